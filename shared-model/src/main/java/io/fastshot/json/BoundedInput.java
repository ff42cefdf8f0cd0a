package io.fastshot.json;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** A stream that ends with {@link TooLong} in place of giving more than a number of bytes. */
final class BoundedInput extends FilterInputStream {
  private static final int GZIP_MAGIC_1 = 0x1f;
  private static final int GZIP_MAGIC_2 = 0x8b;
  private static final int BUFFER = 1 << 13;

  private long left;

  /** The document is longer than the limit. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;

    TooLong(String message) {
      super(message);
    }
  }

  /**
   * The stream below failed. Everything else that a parser or decompressor throws, whatever its
   * type, is about the bytes.
   */
  static final class Broken extends IOException {
    private static final long serialVersionUID = 1L;

    private final IOException failure;

    Broken(IOException failure) {
      super(failure);
      this.failure = failure;
    }

    IOException failure() {
      return failure;
    }
  }

  /** A stream whose failures are {@link Broken}, and that leaves closing to its owner. */
  private static final class Source extends FilterInputStream {
    Source(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      try {
        return in.read();
      } catch (IOException e) {
        throw new Broken(e);
      }
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      try {
        return in.read(bytes, from, length);
      } catch (IOException e) {
        throw new Broken(e);
      }
    }

    @Override
    public void close() {}
  }

  private BoundedInput(InputStream in, long maxBytes) {
    super(in);
    this.left = maxBytes;
  }

  /**
   * The plain bytes of a stream that may be compressed, at most {@code maxBytes} of them. Closing
   * them leaves that stream open.
   */
  static InputStream plain(InputStream plainOrGzip, long maxBytes) throws IOException {
    InputStream in = new BufferedInputStream(new Source(plainOrGzip), BUFFER);
    in.mark(2);
    boolean gzip = in.read() == GZIP_MAGIC_1 && in.read() == GZIP_MAGIC_2;
    in.reset();
    return new BoundedInput(gzip ? new GZIPInputStream(in, BUFFER) : in, maxBytes);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int count = super.read(bytes, from, length);
    left -= Math.max(0, count);
    if (left < 0) {
      throw new TooLong("the document is too long");
    }
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    return read(new byte[(int) Math.min(count, BUFFER)]);
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
