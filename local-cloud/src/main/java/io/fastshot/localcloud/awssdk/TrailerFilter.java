package io.fastshot.localcloud.awssdk;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Binds the {@link TrailingChecksum} of a body in chunks around S3Proxy's front end. */
public final class TrailerFilter implements Filter {

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    String hash = http.getHeader("x-amz-content-sha256");
    if (hash == null
        || !hash.startsWith("STREAMING-")
        || http.getHeader("x-amz-decoded-content-length") == null) {
      chain.doFilter(request, response);
      return;
    }
    TrailingChecksum trailer =
        new TrailingChecksum(http.getInputStream(), http.getHeader("x-amz-trailer"));
    ServletException refused =
        ScopedValue.where(TrailingChecksum.CURRENT, trailer)
            .<ServletException, IOException>call(() -> {
              try {
                chain.doFilter(request, response);
                return null;
              } catch (ServletException e) {
                return e;
              }
            });
    if (refused != null) {
      throw refused;
    }
  }
}
