package io.fastshot.store;

import io.fastshot.model.Checksum;
import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Chooses the best whole-object checksum among those that a store tells. */
public final class StoredChecksums {
  private StoredChecksums() {}

  /** All bytes came, and they are not those that the store's checksum is of. */
  public static final class MismatchException extends IOException {
    private static final long serialVersionUID = 1L;

    public MismatchException(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** The user metadata that repeats the SHA-256, for stores that keep no checksums. */
  public static final String SHA256_METADATA = "sha256";

  /**
   * The user metadata that ties {@link #SHA256_METADATA} to the bytes: their MD5. Metadata may
   * outlive the bytes that it was written for.
   */
  public static final String MD5_METADATA = "md5";

  private static final Pattern SHA256_HEX = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern MD5_HEX = Pattern.compile("[0-9a-f]{32}");
  private static final int SHA256_BYTES = 32;

  /**
   * The best of what there is; null if there is none. What the store computed goes before user
   * metadata, which may be of older bytes.
   *
   * <p>Checksums of multipart uploads that end in {@code -N} are made of the parts' checksums, not
   * of the object, and are passed over.
   *
   * @param sha256Base64 S3's checksum of that kind
   * @param crc64nvmeBase64 S3's checksum of that kind
   * @param md5 the object's ETag where it may be an MD5; null where the store says that it is none
   */
  public static @Nullable Checksum best(
      @Nullable String sha256Base64,
      @Nullable String crc64nvmeBase64,
      Map<String, String> userMetadata,
      @Nullable ETag md5) {
    String sha256 = hexOf(sha256Base64);
    if (sha256 != null) {
      return Checksum.sha256(sha256);
    }
    String claimed = userMetadata.getOrDefault(SHA256_METADATA, "").toLowerCase(Locale.ROOT);
    boolean isClaimed = SHA256_HEX.matcher(claimed).matches();
    @Nullable ETag ofBytes = md5 != null && MD5_HEX.matcher(md5.unquoted()).matches() ? md5 : null;
    if (isClaimed && ofBytes != null && ofBytes.unquoted().equals(userMetadata.get(MD5_METADATA))) {
      return Checksum.sha256(claimed);
    }
    if (crc64nvmeBase64 != null && !crc64nvmeBase64.isEmpty() && !isComposite(crc64nvmeBase64)) {
      return Checksum.crc64nvme(crc64nvmeBase64);
    }
    if (ofBytes != null) {
      return Checksum.etag(ofBytes.value());
    }
    return isClaimed ? Checksum.sha256(claimed) : null;
  }

  private static @Nullable String hexOf(@Nullable String base64) {
    if (base64 == null || isComposite(base64)) {
      return null;
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      return bytes.length == SHA256_BYTES ? HexFormat.of().formatHex(bytes) : null;
    } catch (IllegalArgumentException _) {
      return null; // not base64: as good as no checksum
    }
  }

  private static boolean isComposite(String base64) {
    return base64.indexOf('-') >= 0; // '-' is no letter of plain base64
  }
}
