package io.fastshot.client.data.bytes;

import io.fastshot.model.Checksum;
import io.fastshot.store.parts.Crc64Nvme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Every checksum that an index may have of a file, computed in one pass.
 *
 * @param sizeBytes number of bytes
 * @param sha256 in lower-case hex
 * @param md5 in lower-case hex
 * @param crc64nvme in base64
 */
public record Digests(long sizeBytes, String sha256, String md5, String crc64nvme) {
  private static final int BUFFER_BYTES = 64 * 1024;

  /** Of a file; may be given up between pieces. */
  public static Digests of(Path file, Progress progress) throws IOException {
    Running running = new Running();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        running.update(buffer, n);
        Transfer.stopIfCancelled(progress);
      }
    }
    return running.finish();
  }

  /**
   * Compares with what an index says.
   *
   * @return what was compared; null if it differs. A checksum that cannot be compared here, such as
   *     the ETag of a multipart upload, counts as {@code size}
   */
  @Nullable
  public String verify(long expectedBytes, @Nullable Checksum expected) {
    if (sizeBytes != expectedBytes) {
      return null;
    }
    String actual = expected == null ? null : valueOf(expected);
    if (expected == null || actual == null) {
      return "size";
    }
    return actual.equals(expected.value()) ? expected.algorithm() : null;
  }

  private @Nullable String valueOf(Checksum checksum) {
    return switch (checksum.algorithm()) {
      case Checksum.SHA256 -> sha256;
      case Checksum.CRC64NVME -> crc64nvme;
      case Checksum.ETAG -> checksum.value().matches("[0-9a-f]{32}") ? md5 : null;
      default -> null;
    };
  }

  /** Computes them piece by piece. */
  public static final class Running {
    private final MessageDigest sha256 = SafeFileName.sha256();
    private final MessageDigest md5 = SafeFileName.md5();
    private final Crc64Nvme crc = new Crc64Nvme();
    private long size;

    public void update(byte[] bytes, int length) {
      sha256.update(bytes, 0, length);
      md5.update(bytes, 0, length);
      crc.update(bytes, 0, length);
      size += length;
    }

    public Digests finish() {
      HexFormat hex = HexFormat.of();
      return new Digests(
          size, hex.formatHex(sha256.digest()), hex.formatHex(md5.digest()), crc.toBase64());
    }
  }
}
