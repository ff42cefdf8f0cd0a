package io.fastshot.localcloud.faults;

import static io.fastshot.localcloud.faults.Quirk.CONTENTION_500;
import static io.fastshot.localcloud.faults.Quirk.DELETE_CONDITIONS_UNKNOWN;
import static io.fastshot.localcloud.faults.Quirk.OBJECT_LOCK;
import static io.fastshot.localcloud.faults.Quirk.QUOTED_READS_REFUSED;
import static io.fastshot.localcloud.faults.Quirk.QUOTED_WRITES_REFUSED;
import static io.fastshot.localcloud.faults.Quirk.SESSIONS_ARCHIVED;
import static io.fastshot.localcloud.faults.Quirk.SHA256_UNKNOWN;
import static io.fastshot.localcloud.faults.Quirk.TRAILERS_REFUSED;

import io.fastshot.model.SessionId;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Refuses what another store, or a bucket that is set up in another way, would refuse. */
public final class QuirkFilter implements Filter {
  private static final String IF_MATCH = "If-Match";
  private static final String IF_NONE_MATCH = "If-None-Match";
  private static final String SOURCE = "x-amz-copy-source";
  private static final String SHA256 = "x-amz-checksum-sha256";
  private static final String SOURCE_IF_MATCH = "x-amz-copy-source-if-match";

  private final Set<Quirk> quirks;
  private final Set<String> beingWritten = ConcurrentHashMap.newKeySet();

  public QuirkFilter(Set<Quirk> quirks) {
    this.quirks = quirks;
  }

  /** An answer in place of the store's. */
  private record Refusal(int status, String code) {
    void give(HttpServletRequest request, HttpServletResponse response) throws IOException {
      // Read to its end, or the client may see a broken connection instead of the answer.
      request.getInputStream().transferTo(OutputStream.nullOutputStream());
      response.setStatus(status);
      response.setContentType("application/xml");
      response
          .getWriter()
          .write(
              """
              <?xml version="1.0" encoding="UTF-8"?>
              <Error><Code>%s</Code><Message>A quirk of this local cloud.</Message></Error>
              """
                  .formatted(code));
    }
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    Optional<Refusal> refusal = refusal(http);
    if (refusal.isPresent()) {
      refusal.get().give(http, answer);
    } else if (quirks.contains(CONTENTION_500) && isConditionalWrite(http)) {
      oneAtATime(http, answer, chain);
    } else {
      chain.doFilter(request, response);
    }
  }

  private void oneAtATime(HttpServletRequest http, HttpServletResponse answer, FilterChain chain)
      throws IOException, ServletException {
    if (!beingWritten.add(http.getRequestURI())) {
      new Refusal(500, "InternalError").give(http, answer);
      return;
    }
    try {
      chain.doFilter(http, answer);
    } finally {
      beingWritten.remove(http.getRequestURI());
    }
  }

  private Optional<Refusal> refusal(HttpServletRequest http) {
    boolean write = isWrite(http);
    boolean quoted = isQuoted(http.getHeader(IF_MATCH));
    boolean refusesQuotes =
        (quoted && quirks.contains(write ? QUOTED_WRITES_REFUSED : QUOTED_READS_REFUSED))
            || (isQuoted(http.getHeader(SOURCE_IF_MATCH)) && quirks.contains(QUOTED_READS_REFUSED));
    if (refusesQuotes) {
      return Optional.of(new Refusal(412, "PreconditionFailed"));
    }
    if (quirks.contains(DELETE_CONDITIONS_UNKNOWN)
        && http.getMethod().equals("DELETE")
        && http.getHeader(IF_MATCH) != null) {
      return Optional.of(new Refusal(501, "NotImplemented"));
    }
    if (quirks.contains(TRAILERS_REFUSED) && isInChunks(http)) {
      return Optional.of(new Refusal(400, "InvalidRequest"));
    }
    return ofBuckets(http);
  }

  /** What AWS itself refuses in buckets that are set up so. */
  private Optional<Refusal> ofBuckets(HttpServletRequest http) {
    boolean puts = http.getMethod().equals("PUT") && http.getHeader(SOURCE) == null;
    if (quirks.contains(SHA256_UNKNOWN) && http.getHeader(SHA256) != null) {
      return Optional.of(new Refusal(501, "NotImplemented"));
    }
    if (quirks.contains(OBJECT_LOCK) && puts && !hasChecksum(http)) {
      return Optional.of(new Refusal(400, "InvalidRequest"));
    }
    return quirks.contains(SESSIONS_ARCHIVED) && readsSession(http)
        ? Optional.of(new Refusal(403, "InvalidObjectState"))
        : Optional.empty();
  }

  private static boolean hasChecksum(HttpServletRequest http) {
    return Collections.list(http.getHeaderNames()).stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .anyMatch(name -> name.equals("content-md5") || name.startsWith("x-amz-checksum-"));
  }

  /** GET and COPY want the bytes; HEAD does not. */
  private static boolean readsSession(HttpServletRequest http) {
    String source = http.getHeader(SOURCE);
    return isSession(source)
        || (http.getMethod().equals("GET")
            && http.getQueryString() == null
            && isSession(http.getRequestURI()));
  }

  private static boolean isSession(@Nullable String path) {
    return path != null && path.endsWith(SessionId.SUFFIX);
  }

  private static boolean isWrite(HttpServletRequest http) {
    return http.getMethod().equals("PUT") || http.getMethod().equals("DELETE");
  }

  private static boolean isConditionalWrite(HttpServletRequest http) {
    return isWrite(http)
        && (http.getHeader(IF_MATCH) != null || http.getHeader(IF_NONE_MATCH) != null);
  }

  private static boolean isQuoted(@Nullable String etag) {
    return etag != null && etag.startsWith("\"");
  }

  private static boolean isInChunks(HttpServletRequest http) {
    String hash = http.getHeader("x-amz-content-sha256");
    String encoding = http.getHeader("Content-Encoding");
    return http.getHeader("x-amz-trailer") != null
        || (hash != null && hash.startsWith("STREAMING-"))
        || (encoding != null && encoding.contains("aws-chunked"));
  }
}
