package io.fastshot.localcloud.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The form of a file on disk: the content, its description as JSON, the length of that JSON in four
 * bytes, and a magic number. Content and description are one file, so one move publishes both; the
 * content stands first, so a range of it is read where it stands.
 */
final class SealedFiles {
  private static final byte[] MAGIC = "FSOBJ\0\0\1".getBytes(StandardCharsets.US_ASCII);
  private static final int TAIL_BYTES = Integer.BYTES + MAGIC.length;
  private static final int MAX_JSON_BYTES = 1 << 20;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private SealedFiles() {}

  /** What stands behind the content. */
  static byte[] trailer(StoredObject description) {
    byte[] json = JSON.writeValueAsBytes(description);
    return ByteBuffer.allocate(json.length + TAIL_BYTES)
        .put(json)
        .putInt(json.length)
        .put(MAGIC)
        .array();
  }

  /**
   * Reads the description of a file.
   *
   * @throws IOException if the file cannot be read or is not of this form
   */
  static StoredObject describe(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      ByteBuffer tail = read(channel, size - TAIL_BYTES, TAIL_BYTES, file);
      int jsonBytes = tail.getInt();
      if (!tail.equals(ByteBuffer.wrap(MAGIC)) || jsonBytes < 2 || jsonBytes > MAX_JSON_BYTES) {
        throw new IOException("not a file of the object store: " + file.getFileName());
      }
      long contentBytes = size - TAIL_BYTES - jsonBytes;
      byte[] json = new byte[jsonBytes];
      read(channel, contentBytes, jsonBytes, file).get(json);
      StoredObject description = parse(json, file);
      if (description.sizeBytes() != contentBytes) {
        throw new IOException("damaged file of the object store: " + file.getFileName());
      }
      return description;
    }
  }

  /** The name of the file of a key: keys hold any character and never become a path. */
  static String filename(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static StoredObject parse(byte[] json, Path file) throws IOException {
    try {
      return JSON.readValue(json, StoredObject.class);
    } catch (JacksonException e) {
      throw new IOException("damaged file of the object store: " + file.getFileName(), e);
    }
  }

  private static ByteBuffer read(FileChannel channel, long offset, int length, Path file)
      throws IOException {
    if (offset < 0) {
      throw new IOException("not a file of the object store: " + file.getFileName());
    }
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, offset + bytes.position()) < 0) {
        throw new IOException("the file is cut off: " + file.getFileName());
      }
    }
    return bytes.flip();
  }
}
