package io.fastshot.indexer.observe;

import io.fastshot.container.bytes.ByteSource;
import io.fastshot.store.ByteRange;
import io.fastshot.store.GetOutcome;
import io.fastshot.store.ObjectInfo;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.Precondition;
import io.fastshot.store.StoreException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;

/**
 * One version of an object, read in ranges.
 *
 * <p>The first range is fetched at once and kept; each later one carries {@code If-Match} of the
 * first one's ETag, so that all bytes are of the same version. Not safe for several threads.
 */
final class ObservedObject implements ByteSource {

  /** Holds the head of a current session file, and the cover and beginning of a legacy one. */
  static final int FIRST_RANGE_BYTES = 64 * 1024;

  private final ObjectStore store;
  private final ObjectInfo info;
  private final byte[] head;
  private final HeavyReads.Turn turn;

  private ObservedObject(ObjectStore store, ObjectInfo info, byte[] head, HeavyReads.Turn turn) {
    this.store = store;
    this.info = info;
    this.head = head;
    this.turn = turn;
  }

  /** How the first read went. */
  sealed interface Opening {
    record Open(ObservedObject object) implements Opening {}

    record Absent() implements Opening {}

    /** The object has no bytes; S3 does not tell its ETag with that answer. */
    record Empty() implements Opening {}
  }

  /**
   * Reads the first range. One request.
   *
   * @param turn asked before any more is read
   * @throws IOException if the connection broke
   * @throws StoreException if the store did not answer or refused
   */
  static Opening open(ObjectStore store, String key, HeavyReads.Turn turn) throws IOException {
    return switch (store.get(key, ByteRange.of(0, FIRST_RANGE_BYTES), Precondition.none())) {
      case GetOutcome.Found found -> {
        long expected = Math.min(FIRST_RANGE_BYTES, found.info().sizeBytes());
        byte[] head = drain(found, (int) expected);
        yield new Opening.Open(new ObservedObject(store, found.info(), head, turn));
      }
      case GetOutcome.Absent _ -> new Opening.Absent();
      case GetOutcome.OutOfRange _ -> new Opening.Empty();
      case GetOutcome.NotModified _, GetOutcome.Changed _ ->
          throw new StoreException.Unavailable("an unasked answer for " + key, null);
    };
  }

  /** What the store says of this version. */
  ObjectInfo info() {
    return info;
  }

  @Override
  public long sizeBytes() {
    return info.sizeBytes();
  }

  @Override
  public byte[] read(long offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, 0, sizeBytes() + 1);
    int available = (int) Math.min(length, sizeBytes() - offset);
    if (available <= 0) {
      return new byte[0];
    }
    if (offset + available <= head.length) {
      return Arrays.copyOfRange(head, (int) offset, (int) offset + available);
    }
    turn.willRead(available);
    return drain(get(ByteRange.of(offset, available)), available);
  }

  @Override
  public InputStream open(long offset) throws IOException {
    if (offset >= sizeBytes()) {
      return InputStream.nullInputStream();
    }
    turn.willRead(Long.MAX_VALUE);
    return new WholeBody(get(new ByteRange.From(offset)), sizeBytes() - offset);
  }

  private GetOutcome.Found get(ByteRange range) throws IOException {
    return switch (store.get(info.key(), range, Precondition.matches(info.etag()))) {
      case GetOutcome.Found found -> found;
      case GetOutcome.Absent _,
          GetOutcome.Changed _,
          GetOutcome.OutOfRange _,
          GetOutcome.NotModified _ ->
          throw new ChangedWhileReadingException(info.key());
    };
  }

  private static byte[] drain(GetOutcome.Found found, int expected) throws IOException {
    try (found) {
      byte[] bytes = found.body().readNBytes(expected);
      if (bytes.length != expected) {
        throw cutOff(found.info().key());
      }
      return bytes;
    }
  }

  private static IOException cutOff(String key) {
    return new IOException("the connection ended in the middle of " + key);
  }

  /** Tells a broken connection from the end of the file: a damaged file is for ever, it is not. */
  private static final class WholeBody extends FilterInputStream {
    private final GetOutcome.Found found;
    private long left;

    WholeBody(GetOutcome.Found found, long left) {
      super(found.body());
      this.found = found;
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count(value < 0 ? -1 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int count = super.read(buffer, from, length);
      count(count);
      return count;
    }

    @Override
    public long skip(long count) throws IOException {
      long skipped = super.skip(count);
      left -= skipped;
      return skipped;
    }

    private void count(int count) throws IOException {
      if (count >= 0) {
        left -= count;
      } else if (left > 0) {
        throw cutOff(found.info().key());
      }
    }

    @Override
    public void close() throws IOException {
      found.close();
    }
  }
}
