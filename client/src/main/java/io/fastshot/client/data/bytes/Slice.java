package io.fastshot.client.data.bytes;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A piece of a file, as it is sent in one part of an upload.
 *
 * @param number from 1
 * @param offset of its first byte in the file
 * @param sizeBytes of the piece
 * @param crc64nvme of its bytes, in base64
 * @param md5 of its bytes, in lower-case hex
 */
public record Slice(int number, long offset, long sizeBytes, String crc64nvme, String md5) {

  /** Opens the piece of a file. */
  public InputStream open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    try {
      in.skipNBytes(offset);
      return new Bounded(in, sizeBytes);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** The first bytes of a stream. */
  private static final class Bounded extends FilterInputStream {
    private long left;

    Bounded(InputStream in, long length) {
      super(in);
      this.left = length;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int count = in.read(bytes, from, (int) Math.min(left, length));
      left -= Math.max(0, count);
      return count;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
