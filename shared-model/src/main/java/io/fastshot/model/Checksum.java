package io.fastshot.model;

/**
 * The checksum of a whole object, with the name of its algorithm.
 *
 * @param algorithm {@code sha256} (value in lower-case hex), {@code crc64nvme} (value in base64, as
 *     S3 gives it) or {@code etag} (an ETag without its quotes; the MD5 of the content only for
 *     plain single-part objects)
 * @param value the value in the algorithm's notation
 */
public record Checksum(String algorithm, String value) {

  /** The algorithm of {@link #sha256(String)}. */
  public static final String SHA256 = "sha256";

  /** The algorithm of {@link #crc64nvme(String)}. */
  public static final String CRC64NVME = "crc64nvme";

  /** The algorithm of {@link #etag(String)}. */
  public static final String ETAG = "etag";

  public Checksum {
    if (algorithm.isEmpty() || algorithm.indexOf(':') >= 0 || value.isEmpty()) {
      throw new IllegalArgumentException("not a checksum: " + algorithm + ":" + value);
    }
  }

  /** A SHA-256 in lower-case hex. */
  public static Checksum sha256(String hex) {
    return new Checksum(SHA256, hex);
  }

  /** A CRC-64/NVME in base64. */
  public static Checksum crc64nvme(String base64) {
    return new Checksum(CRC64NVME, base64);
  }

  /** An ETag, with or without its quotes. */
  public static Checksum etag(String etag) {
    return new Checksum(ETAG, etag.replace("\"", ""));
  }

  /**
   * Reads {@code algorithm:value}.
   *
   * @throws IllegalArgumentException if there is no {@code :} with something on both sides
   */
  public static Checksum parse(String text) {
    int colon = text.indexOf(':');
    if (colon <= 0) {
      throw new IllegalArgumentException("not a checksum: " + text);
    }
    return new Checksum(text.substring(0, colon), text.substring(colon + 1));
  }

  /** {@code algorithm:value}. */
  @Override
  public String toString() {
    return algorithm + ":" + value;
  }
}
