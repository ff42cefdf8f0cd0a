package io.fastshot.localcloud.http;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/**
 * Bodies of requests whose sender has proved nothing yet: read within a bound of bytes and of time,
 * and only a few at once, because each holds a thread of the server while it is awaited.
 */
public final class Bodies {
  private static final int BUFFER_BYTES = 8 * 1024;
  private static final long MAX_DRAINED_BYTES = 1 << 20;
  private static final Duration DRAIN_TIME = Duration.ofSeconds(2);
  private static final Semaphore DRAINERS = new Semaphore(8);

  private Bodies() {}

  /**
   * Reads what a refused request still sends, so that its client sees the answer and not a broken
   * connection; called when the answer is on its way, which waits for nobody. Best effort: what is
   * too long, too slow, or one too many is left unread, and the server closes the connection after
   * the answer.
   */
  static void drain(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() == 0 || !DRAINERS.tryAcquire()) {
      return;
    }
    try {
      var _ = read(request, MAX_DRAINED_BYTES, DRAIN_TIME, (_, _) -> {});
    } finally {
      DRAINERS.release();
    }
  }

  /** Takes the bytes of a body as they come. */
  @FunctionalInterface
  public interface Taker {
    void take(byte[] buffer, int length);
  }

  /**
   * Reads a body.
   *
   * @param maxBytes reading ends behind so many
   * @param time for all of it
   * @return whether the body was read to its end
   * @throws IOException if the connection is broken
   */
  public static boolean read(HttpServletRequest request, long maxBytes, Duration time, Taker taker)
      throws IOException {
    EndPoint connection = connection(request);
    long idle = connection.getIdleTimeout();
    long end = System.nanoTime() + time.toNanos();
    byte[] buffer = new byte[BUFFER_BYTES];
    InputStream body = request.getInputStream();
    try {
      for (long total = 0; total <= maxBytes; ) {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          return false;
        }
        connection.setIdleTimeout(Math.min(idle, left));
        int n = body.read(buffer);
        if (n < 0) {
          return true;
        }
        taker.take(buffer, n);
        total += n;
      }
      return false;
    } catch (IOException e) {
      // Jetty tells an idle connection so.
      if (e.getCause() instanceof java.util.concurrent.TimeoutException) {
        return false;
      }
      throw e;
    } finally {
      connection.setIdleTimeout(idle);
    }
  }

  private static EndPoint connection(ServletRequest request) {
    return ServletContextRequest.getServletContextRequest(request)
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint();
  }
}
