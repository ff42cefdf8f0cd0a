package io.fastshot.container.bytes;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;

/** A {@link ByteSource} over an array. */
final class ArrayByteSource implements ByteSource {
  private final byte[] bytes;

  ArrayByteSource(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public long sizeBytes() {
    return bytes.length;
  }

  @Override
  public byte[] read(long offset, int length) {
    int from = Math.toIntExact(Math.min(offset, bytes.length));
    return Arrays.copyOfRange(bytes, from, from + Math.min(length, bytes.length - from));
  }

  @Override
  public InputStream open(long offset) {
    int from = Math.toIntExact(Math.min(offset, bytes.length));
    return new ByteArrayInputStream(bytes, from, bytes.length - from);
  }
}
