package io.fastshot.container;

import io.fastshot.container.bytes.ByteSource;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Counts what a reader asks of its source: ranges, streams, bytes. */
public final class RecordingByteSource implements ByteSource {

  /** One request. */
  public record Request(long offset, long length) {}

  private final ByteSource source;
  private final List<Request> ranges = new ArrayList<>();
  private int streams;
  private long bytes;

  public RecordingByteSource(ByteSource source) {
    this.source = source;
  }

  public List<Request> ranges() {
    return ranges;
  }

  public int streams() {
    return streams;
  }

  public long bytes() {
    return bytes;
  }

  @Override
  public long sizeBytes() {
    return source.sizeBytes();
  }

  @Override
  public byte[] read(long offset, int length) throws IOException {
    if (offset >= sizeBytes() || length < 1) {
      throw new IllegalArgumentException("S3 refuses such a range: " + offset + " +" + length);
    }
    ranges.add(new Request(offset, length));
    byte[] read = source.read(offset, length);
    bytes += read.length;
    return read;
  }

  @Override
  public InputStream open(long offset) throws IOException {
    streams++;
    return new FilterInputStream(source.open(offset)) {
      @Override
      public int read() throws IOException {
        int value = in.read();
        bytes += value < 0 ? 0 : 1;
        return value;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        bytes += Math.max(0, count);
        return count;
      }
    };
  }
}
