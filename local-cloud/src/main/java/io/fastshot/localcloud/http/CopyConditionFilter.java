package io.fastshot.localcloud.http;

import io.fastshot.localcloud.awssdk.CopyCondition;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/**
 * Carries {@code If-Match} and {@code If-None-Match} of a CopyObject around S3Proxy's front end.
 */
public final class CopyConditionFilter implements Filter {

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!(request instanceof HttpServletRequest http)
        || http.getHeader("x-amz-copy-source") == null) {
      chain.doFilter(request, response);
      return;
    }
    CopyCondition condition =
        new CopyCondition(http.getHeader("If-Match"), http.getHeader("If-None-Match"));
    ServletException refused =
        ScopedValue.where(CopyCondition.CURRENT, condition)
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
