package io.fastshot.localcloud.http;

import static io.fastshot.localcloud.http.S3Path.hasParameter;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The sizes that S3 allows: of keys, and of bodies that are read as a whole because they are
 * documents and not objects.
 */
public final class RequestLimits implements Filter {
  private static final int BAD_REQUEST = 400;

  /** Of a key, in UTF-8. */
  private static final int MAX_KEY_BYTES = 1024;

  /** A thousand keys of 1,024 bytes, each byte escaped: the largest DeleteObjects there can be. */
  private static final int MAX_DOCUMENT_BYTES = 8 << 20;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    Optional<S3Path> path = S3Path.of(http);
    Optional<S3Error> refusal = path.flatMap(known -> refusal(http, known));
    if (refusal.isPresent()) {
      refusal.get().give(http, (HttpServletResponse) response);
    } else if (path.isPresent() && isDocument(http, path.get())) {
      chain.doFilter(new BoundedRequest(http, MAX_DOCUMENT_BYTES), response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static Optional<S3Error> refusal(HttpServletRequest request, S3Path path) {
    boolean writes = request.getMethod().equals("PUT") || request.getMethod().equals("POST");
    int keyBytes = path.key().getBytes(StandardCharsets.UTF_8).length;
    if (writes && keyBytes > MAX_KEY_BYTES) {
      // Reads and deletions pass: an older version of this program stored such keys.
      return Optional.of(
          new S3Error(
              BAD_REQUEST,
              "KeyTooLongError",
              "Your key is too long",
              Map.of(
                  "Size", Integer.toString(keyBytes),
                  "MaxSizeAllowed", Integer.toString(MAX_KEY_BYTES))));
    }
    if (hasParameter(request, "uploads") && writes && !XmlText.isSayable(path.key())) {
      return Optional.of(
          S3Error.of(
              BAD_REQUEST,
              "InvalidArgument",
              "The key has characters that XML 1.0 cannot hold, and the answers about an upload in"
                  + " parts name it: upload the object in one piece, or choose another key"));
    }
    if (request.getContentLengthLong() > MAX_DOCUMENT_BYTES && isDocument(request, path)) {
      return Optional.of(tooLarge());
    }
    return Optional.empty();
  }

  static S3Error tooLarge() {
    return new S3Error(
        BAD_REQUEST,
        "MaxMessageLengthExceeded",
        "Your request was too big",
        Map.of("MaxMessageLengthBytes", Integer.toString(MAX_DOCUMENT_BYTES)));
  }

  /** Whether the body, if there is one, is anything but the bytes of an object or of a part. */
  private static boolean isDocument(HttpServletRequest request, S3Path path) {
    return !request.getMethod().equals("PUT")
        || path.key().isEmpty()
        || hasParameter(request, "acl")
        || hasParameter(request, "tagging");
  }
}
