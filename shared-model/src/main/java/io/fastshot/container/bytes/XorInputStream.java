package io.fastshot.container.bytes;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Takes a mask off a stream. */
final class XorInputStream extends FilterInputStream {
  private final XorMask mask;
  private long payloadOffset;

  XorInputStream(InputStream masked, XorMask mask, long payloadOffset) {
    super(masked);
    this.mask = mask;
    this.payloadOffset = payloadOffset;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = in.read(buffer, offset, length);
    if (count > 0) {
      mask.apply(buffer, offset, count, payloadOffset);
      payloadOffset += count;
    }
    return count;
  }

  @Override
  public long skip(long length) throws IOException {
    long skipped = in.skip(length);
    payloadOffset += skipped;
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
