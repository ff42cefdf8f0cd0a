package io.fastshot.localcloud.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Reads what a request still sends when an error is answered. The front end refuses many requests
 * on their headers alone; the server would then close the connection while the client writes, and
 * the client would tell of a broken connection in place of the error.
 */
public final class DrainedErrors implements Filter {
  private static final int FIRST_ERROR = 400;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(request, response);
    HttpServletResponse answer = (HttpServletResponse) response;
    if (answer.getStatus() >= FIRST_ERROR) {
      answer.flushBuffer();
      Bodies.drain((HttpServletRequest) request);
    }
  }
}
