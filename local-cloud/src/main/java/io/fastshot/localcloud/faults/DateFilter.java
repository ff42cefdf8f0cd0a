package io.fastshot.localcloud.faults;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Tells the store's time with each answer, refusals included: by it a client sets its own. */
public final class DateFilter implements Filter {
  /** Java's own form has no zero before a day of one digit; HTTP's has. */
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US);

  private final InstantSource clock;

  public DateFilter(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String date = FORM.format(clock.instant().atOffset(ZoneOffset.UTC));
    ((HttpServletResponse) response).setHeader("Date", date);
    chain.doFilter(request, response);
  }
}
