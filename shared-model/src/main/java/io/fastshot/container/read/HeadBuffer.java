package io.fastshot.container.read;

import io.fastshot.container.bytes.ByteSource;
import java.io.IOException;
import java.util.Arrays;

/**
 * The start of a file, read in one request of 64 KiB and in growing ones when more is asked for.
 * Bytes that were read once are not asked for again.
 */
public final class HeadBuffer {
  /** One request of this size holds the head of nearly every file. */
  static final int FIRST_READ = 64 * 1024;

  /** The most that is kept from the start of the file; farther bytes are read apart. */
  static final int MAX_KEPT = 2 * 1024 * 1024;

  /** The most that is read apart at once, unless more is asked for. */
  private static final int MAX_APART = 1024 * 1024;

  private final ByteSource source;
  private byte[] head;
  private byte[] apart = new byte[0];
  private long apartOffset;
  private int nextApart = FIRST_READ;
  private int nextRead = 2 * FIRST_READ;

  public HeadBuffer(ByteSource source) throws IOException {
    this.source = source;
    this.head = source.sizeBytes() == 0 ? new byte[0] : source.read(0, FIRST_READ);
  }

  ByteSource source() {
    return source;
  }

  /** The size of the whole file. */
  long fileSize() {
    return source.sizeBytes();
  }

  /** Number of bytes in memory from the start of the file. */
  int kept() {
    return head.length;
  }

  /** Whether the whole file is in memory. */
  boolean holdsWholeFile() {
    return head.length >= fileSize();
  }

  /** What is in memory from the start of the file; not a copy. */
  byte[] keptBytes() {
    return head;
  }

  /** Makes the next request end at an offset that will be needed, if that much may be kept. */
  void expectUpTo(long offset) {
    if (offset > head.length && offset <= MAX_KEPT) {
      nextRead = Math.toIntExact(offset - head.length);
    }
  }

  /** Bytes from an offset; fewer only where the file ends. */
  byte[] bytes(long offset, int length) throws IOException {
    long end = Math.min(offset + length, fileSize());
    if (end <= offset) {
      return new byte[0];
    }
    if (end > head.length && offset - head.length <= nextRead && end <= MAX_KEPT) {
      extend(Math.toIntExact(end));
    }
    if (end <= head.length) {
      return Arrays.copyOfRange(head, Math.toIntExact(offset), Math.toIntExact(end));
    }
    if (offset < apartOffset || end > apartOffset + apart.length) {
      apart = source.read(offset, Math.max(length, nextApart));
      nextApart = Math.min(2 * nextApart, MAX_APART);
      apartOffset = offset;
    }
    int from = Math.toIntExact(offset - apartOffset);
    return Arrays.copyOfRange(apart, from, Math.min(apart.length, from + length));
  }

  private void extend(int end) throws IOException {
    int wanted = Math.max(end - head.length, nextRead);
    byte[] more = source.read(head.length, Math.min(wanted, MAX_KEPT - head.length));
    byte[] longer = Arrays.copyOf(head, head.length + more.length);
    System.arraycopy(more, 0, longer, head.length, more.length);
    head = longer;
    nextRead = Math.max(2 * FIRST_READ, 2 * nextRead);
  }

  /** A range, its part in memory not asked for again. At most one request. */
  byte[] range(long from, long to) throws IOException {
    int length = Math.toIntExact(to - from);
    int inMemory = Math.clamp(head.length - from, 0, length);
    byte[] range =
        inMemory == 0
            ? new byte[0]
            : Arrays.copyOfRange(head, Math.toIntExact(from), Math.toIntExact(from) + inMemory);
    if (inMemory == length) {
      return range;
    }
    byte[] rest = source.read(from + inMemory, length - inMemory);
    byte[] whole = Arrays.copyOf(range, inMemory + rest.length);
    System.arraycopy(rest, 0, whole, inMemory, rest.length);
    return whole;
  }
}
