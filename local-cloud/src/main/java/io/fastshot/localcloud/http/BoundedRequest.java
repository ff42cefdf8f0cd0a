package io.fastshot.localcloud.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import org.gaul.s3proxy.blobstore.S3Exceptions;

/** A request whose body may not be longer than a bound, whatever its header said. */
final class BoundedRequest extends HttpServletRequestWrapper {
  private final long maxBytes;

  BoundedRequest(HttpServletRequest request, long maxBytes) {
    super(request);
    this.maxBytes = maxBytes;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    return new Bounded(super.getInputStream(), maxBytes);
  }

  private static final class Bounded extends ServletInputStream {
    private final ServletInputStream body;
    private long left;

    Bounded(ServletInputStream body, long maxBytes) {
      this.body = body;
      this.left = maxBytes;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int n = body.read(bytes, from, length);
      left -= Math.max(n, 0);
      if (left < 0) {
        throw S3Exceptions.invalidRequest(RequestLimits.tooLarge().message());
      }
      return n;
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
