package io.fastshot.container.bytes;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects bytes up to a limit; what is beyond is dropped and the whole then refused. Kept in
 * pieces, so that growing never needs a copy of all.
 */
public final class ByteSink extends OutputStream {
  private static final int PIECE = 64 * 1024;

  private final int limit;
  private final List<byte[]> pieces = new ArrayList<>();
  private int size;
  private boolean overflown;

  public ByteSink(int limit) {
    this.limit = limit;
  }

  @Override
  public void write(int value) {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    if (overflown || length > limit - size) {
      overflown = true;
      pieces.clear();
      return;
    }
    int done = 0;
    while (done < length) {
      int used = size % PIECE;
      if (used == 0) {
        pieces.add(new byte[PIECE]);
      }
      int count = Math.min(PIECE - used, length - done);
      System.arraycopy(bytes, offset + done, pieces.getLast(), used, count);
      size += count;
      done += count;
    }
  }

  /** All bytes, once; null if they were over the limit. */
  public byte @Nullable [] takeBytes() {
    if (overflown) {
      return null;
    }
    byte[] whole = new byte[size];
    for (int i = 0; i < pieces.size(); i++) {
      byte[] piece = pieces.set(i, new byte[0]);
      System.arraycopy(piece, 0, whole, i * PIECE, Math.min(PIECE, size - i * PIECE));
    }
    pieces.clear();
    return whole;
  }
}
