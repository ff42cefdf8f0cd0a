package io.fastshot.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a put writes.
 *
 * @param source opens the bytes; called once per try
 * @param sizeBytes their number
 * @param contentType such as {@code application/json}
 * @param contentEncoding such as {@code gzip}; null if none
 * @param sha256Hex SHA-256 of the bytes in lower-case hex, sent as checksum and kept in the user
 *     metadata {@code sha256}; null to send none
 * @param userMetadata names in lower case, ASCII values
 */
public record Content(
    Source source,
    long sizeBytes,
    String contentType,
    @Nullable String contentEncoding,
    @Nullable String sha256Hex,
    Map<String, String> userMetadata) {

  /** Opens the bytes from their beginning, any number of times. */
  @FunctionalInterface
  public interface Source {
    InputStream open() throws IOException;
  }

  public Content {
    userMetadata = Map.copyOf(userMetadata);
  }

  /**
   * Bytes in memory, without encoding, checksum and metadata. The array must not be changed
   * afterwards.
   */
  public static Content of(byte[] bytes, String contentType) {
    return new Content(
        () -> new java.io.ByteArrayInputStream(bytes),
        bytes.length,
        contentType,
        null,
        null,
        Map.of());
  }

  /** The same with its SHA-256, as an upload has it. */
  public static Content hashed(byte[] bytes, String contentType) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return of(bytes, contentType).withSha256(HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** A file, without encoding, checksum and metadata. */
  public static Content of(Path file, String contentType) throws IOException {
    return new Content(
        () -> Files.newInputStream(file), Files.size(file), contentType, null, null, Map.of());
  }

  /** The same with an encoding; null for none. */
  public Content withEncoding(@Nullable String encoding) {
    return new Content(source, sizeBytes, contentType, encoding, sha256Hex, userMetadata);
  }

  /** The same with a SHA-256. */
  public Content withSha256(String hex) {
    return new Content(source, sizeBytes, contentType, contentEncoding, hex, userMetadata);
  }

  /** The same with other user metadata. */
  public Content withUserMetadata(Map<String, String> metadata) {
    return new Content(source, sizeBytes, contentType, contentEncoding, sha256Hex, metadata);
  }
}
