package io.fastshot.localcloud.faults;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/**
 * Makes requests slow and lets some fail: with 503 before they are applied, or by dropping the
 * answer to a write after it was applied.
 */
public final class FaultFilter implements Filter {
  private static final Set<String> WRITES = Set.of("PUT", "POST", "DELETE");
  private static final int UNAVAILABLE = 503;
  private static final String SLOW_DOWN =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>
      """;

  private final Duration latency;
  private final FaultPlan plan;
  private final RandomGenerator random;
  private final String spared;

  /**
   * @param latency added to each request
   * @param plan what else goes wrong
   * @param random used under this object's lock
   * @param spared addresses that begin so meet the latency only
   */
  public FaultFilter(Duration latency, FaultPlan plan, RandomGenerator random, String spared) {
    this.latency = latency;
    this.plan = plan;
    this.random = random;
    this.spared = spared;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    pause();
    HttpServletRequest http = (HttpServletRequest) request;
    if (http.getRequestURI().startsWith(spared)) {
      chain.doFilter(request, response);
    } else if (happens(plan.unavailable())) {
      refuse((HttpServletResponse) response);
    } else if (WRITES.contains(http.getMethod()) && happens(plan.lostAnswers())) {
      chain.doFilter(request, new DroppedResponse((HttpServletResponse) response));
      ServletContextRequest.getServletContextRequest(request)
          .getConnectionMetaData()
          .getConnection()
          .getEndPoint()
          .close();
    } else {
      chain.doFilter(request, response);
    }
  }

  private void pause() throws InterruptedIOException {
    try {
      if (latency.isPositive()) {
        Thread.sleep(latency);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while the request was held back");
    }
  }

  private synchronized boolean happens(double probability) {
    return probability > 0 && random.nextDouble() < probability;
  }

  private static void refuse(HttpServletResponse response) throws IOException {
    response.setStatus(UNAVAILABLE);
    response.setContentType("application/xml");
    response.getWriter().write(SLOW_DOWN);
  }

  /** An answer that nobody gets. */
  private static final class DroppedResponse extends HttpServletResponseWrapper {
    DroppedResponse(HttpServletResponse response) {
      super(response);
    }

    @Override
    public ServletOutputStream getOutputStream() {
      return new Nowhere();
    }

    @Override
    public PrintWriter getWriter() {
      return new PrintWriter(Writer.nullWriter());
    }

    @Override
    public void flushBuffer() {
      // Nothing may reach the client.
    }

    @Override
    public void sendError(int status) {
      setStatus(status);
    }

    @Override
    public void sendError(int status, String message) {
      setStatus(status);
    }
  }

  private static final class Nowhere extends ServletOutputStream {
    @Override
    public void write(int b) {
      // Dropped.
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException("answers are written by blocking calls");
    }
  }
}
