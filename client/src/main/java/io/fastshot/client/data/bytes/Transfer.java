package io.fastshot.client.data.bytes;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/** A stream that tells how far it is and ends when the person gives up. */
public final class Transfer extends FilterInputStream {
  private final Progress progress;
  private final long totalBytes;
  private long done;

  public Transfer(InputStream in, Progress progress, long totalBytes) {
    super(in);
    this.progress = progress;
    this.totalBytes = totalBytes;
  }

  /** The person gave up. */
  public static final class CancelledException extends InterruptedIOException {
    private static final long serialVersionUID = 1L;

    CancelledException() {
      super("cancelled");
    }
  }

  public static void stopIfCancelled(Progress progress) throws CancelledException {
    if (progress.cancelled()) {
      throw new CancelledException();
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    stopIfCancelled(progress);
    int count = in.read(buffer, offset, length);
    if (count > 0) {
      done += count;
      progress.transferred(done, totalBytes);
    }
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
