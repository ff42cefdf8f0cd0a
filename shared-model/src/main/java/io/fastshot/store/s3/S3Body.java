package io.fastshot.store.s3;

import io.fastshot.store.StoredChecksums;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The body of an answer. A body that ends early is an {@link IOException}, which the JDK's HTTP
 * client does not tell; closing before the end drops the connection, which is cheaper than reading
 * the rest.
 */
final class S3Body extends InputStream {
  private final ResponseInputStream<?> in;
  private long left;

  /** Reads {@code length} bytes of {@code in}. */
  S3Body(ResponseInputStream<?> in, long length) {
    this.in = in;
    this.left = length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    try {
      int count = in.read(bytes, from, length);
      if (count < 0 && left > 0) {
        throw new IOException("the answer ended " + left + " bytes too early");
      }
      left -= Math.max(0, count);
      return count;
    } catch (SdkException e) {
      String message = "the answer cannot be read: " + e.getMessage();
      throw left == 0 // the SDK compares when it has them all
          ? new StoredChecksums.MismatchException(message, e)
          : new IOException(message, e);
    }
  }

  @Override
  public int available() throws IOException {
    return in.available();
  }

  @Override
  public void close() throws IOException {
    if (left > 0) {
      in.abort();
    } else {
      in.close();
    }
  }
}
