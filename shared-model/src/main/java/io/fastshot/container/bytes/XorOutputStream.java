package io.fastshot.container.bytes;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Puts a mask on what is written, from payload byte 0; the caller's arrays stay as they are. */
final class XorOutputStream extends FilterOutputStream {
  private final XorMask mask;
  private long payloadOffset;

  XorOutputStream(OutputStream out, XorMask mask) {
    super(out);
    this.mask = mask;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    byte[] masked = Arrays.copyOfRange(bytes, offset, offset + length);
    mask.apply(masked, 0, length, payloadOffset);
    payloadOffset += length;
    out.write(masked);
  }
}
