package io.fastshot.localcloud.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets through what is signed, before a byte of its body is read.
 *
 * <p>The front end reads the whole body before it looks at the signature, so anybody who can reach
 * the port could hold its threads. Here the signature is checked with the body's hash as the header
 * gives it; the front end then checks that the body has this hash. Two rules of S3 are added that
 * it does not know: each {@code x-amz-} header must be signed, or somebody between could add one
 * that is obeyed; and a missing {@code x-amz-content-sha256} is named.
 *
 * <p>Signatures in the address and those of version 2 do not depend on the body: the front end
 * checks them.
 */
public final class SignedRequests implements Filter {

  /** The attribute of a request whose signature, of version 4 and in a header, was found right. */
  private static final String PROVED = SignedRequests.class.getName();

  private static final int FORBIDDEN = 403;

  private final SignatureV4 signature;
  private final String spared;

  /**
   * @param signature of the service {@code s3}
   * @param spared addresses that begin so are let through; who serves them checks for himself
   */
  public SignedRequests(SignatureV4 signature, String spared) {
    this.signature = signature;
    this.spared = spared;
  }

  /** Whether this filter has checked a request's signature. */
  public static boolean isProved(ServletRequest request) {
    return request.getAttribute(PROVED) != null;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    if (http.getRequestURI().startsWith(spared)) {
      chain.doFilter(request, response);
      return;
    }
    Optional<S3Error> refusal = refusal(http);
    if (refusal.isPresent()) {
      refusal.get().give(http, (HttpServletResponse) response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private Optional<S3Error> refusal(HttpServletRequest request) {
    String authorization = request.getHeader("Authorization");
    if (authorization != null && authorization.startsWith("AWS4-")) {
      return refusalOfVersion4(request);
    }
    if ((authorization != null && authorization.startsWith("AWS "))
        || S3Path.hasParameter(request, "AWSAccessKeyId")) {
      return Optional.empty(); // all x-amz- headers are part of every signature of version 2
    }
    if (S3Path.hasParameter(request, "X-Amz-Signature")) {
      return unsigned(SignatureV4.unsignedInAddress(request));
    }
    return Optional.of(
        S3Error.of(
            FORBIDDEN,
            "AccessDenied",
            "The request is not signed, and everything in a local cloud is private"));
  }

  private Optional<S3Error> refusalOfVersion4(HttpServletRequest request) {
    String hash = request.getHeader("x-amz-content-sha256");
    if (hash == null) {
      return Optional.of(
          S3Error.of(
              400,
              "InvalidRequest",
              "Missing required header for this request: x-amz-content-sha256"));
    }
    Optional<S3Error> unsigned = unsigned(signature.unsigned(request));
    if (unsigned.isPresent()) {
      return unsigned;
    }
    Optional<SignatureV4.Refusal> refusal = signature.refusal(request, hash);
    if (refusal.isEmpty()) {
      request.setAttribute(PROVED, true);
    }
    return refusal.map(why -> S3Error.of(FORBIDDEN, why.code(), why.message()));
  }

  private static Optional<S3Error> unsigned(List<String> headers) {
    return headers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new S3Error(
                FORBIDDEN,
                "AccessDenied",
                "There were headers present in the request which were not signed",
                Map.of("HeadersNotSigned", String.join(", ", headers))));
  }
}
