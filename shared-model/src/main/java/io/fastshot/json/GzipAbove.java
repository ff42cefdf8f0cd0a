package io.fastshot.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Keeps what is written as it is, or compresses all of it once it exceeds a number of bytes. Never
 * holds more plain bytes than that.
 */
final class GzipAbove extends OutputStream {
  private final int maxPlainBytes;
  private final ByteArrayOutputStream stored = new ByteArrayOutputStream();
  private OutputStream target = stored;
  private boolean compressed;

  GzipAbove(int maxPlainBytes) {
    this.maxPlainBytes = maxPlainBytes;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    if (!compressed && (long) stored.size() + length > maxPlainBytes) {
      compress();
    }
    target.write(bytes, from, length);
  }

  private void compress() throws IOException {
    byte[] plain = stored.toByteArray();
    stored.reset();
    target = new FastGzip(stored);
    target.write(plain);
    compressed = true;
  }

  @Override
  public void close() throws IOException {
    target.close();
  }

  boolean compressed() {
    return compressed;
  }

  byte[] bytes() {
    return stored.toByteArray();
  }

  /** The fastest level: at 100,000 rows the indexer writes this at every batch. */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
