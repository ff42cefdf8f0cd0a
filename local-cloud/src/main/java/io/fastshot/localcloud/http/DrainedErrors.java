package io.fastshot.localcloud.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Reads what a request still sends before an error is answered. The front end refuses many requests
 * on their headers alone; the server would then close the connection while the client writes, and
 * the client would tell of a broken connection in place of the error.
 */
public final class DrainedErrors implements Filter {
  private static final int FIRST_ERROR = 400;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    chain.doFilter(request, new Draining(http, (HttpServletResponse) response));
  }

  private static final class Draining extends HttpServletResponseWrapper {
    private final HttpServletRequest request;

    Draining(HttpServletRequest request, HttpServletResponse response) {
      super(response);
      this.request = request;
    }

    @Override
    public void setStatus(int status) {
      if (status >= FIRST_ERROR) {
        try {
          Bodies.drain(request);
        } catch (IOException e) {
          throw new UncheckedIOException("the client is gone", e);
        }
      }
      super.setStatus(status);
    }
  }
}
