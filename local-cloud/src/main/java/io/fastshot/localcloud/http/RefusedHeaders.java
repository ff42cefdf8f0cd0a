package io.fastshot.localcloud.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Headers that ask for what a local cloud does not do: refused by their name, as S3 does.
 *
 * <ul>
 *   <li>Encryption at rest, SSE-S3 included: the data folder is not encrypted, and an answer that
 *       claims it would be a lie. Tags and locks: there are none.
 *   <li>Access for others: everything belongs to the one owner, as in a bucket whose object
 *       ownership is {@code BucketOwnerEnforced}, the state of every new bucket on AWS. Words for
 *       that state are obeyed by doing nothing.
 * </ul>
 */
public final class RefusedHeaders implements Filter {
  private static final String ACL = "x-amz-acl";

  /** How the headers begin that the front end would drop without a word, or refuse without one. */
  private static final Set<String> NOT_IMPLEMENTED =
      Set.of(
          "x-amz-server-side-encryption",
          "x-amz-copy-source-server-side-encryption",
          "x-amz-tagging",
          "x-amz-object-lock-");

  /** Of a copy: to take over tags that no object has, or not. */
  private static final String TAGGING_DIRECTIVE = "x-amz-tagging-directive";

  /** What a canned ACL may be for the owner to have what he has anyway. */
  private static final Set<String> OWNER_ONLY =
      Set.of("private", "bucket-owner-full-control", "bucket-owner-read");

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    Optional<S3Error> refusal =
        Collections.list(http.getHeaderNames()).stream()
            .map(name -> refusal(http, name.toLowerCase(Locale.ROOT)))
            .flatMap(Optional::stream)
            .findFirst();
    if (refusal.isPresent()) {
      refusal.get().give(http, (HttpServletResponse) response);
    } else if (http.getHeader(ACL) != null) {
      chain.doFilter(new OwnerOnlyRequest(http), response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static Optional<S3Error> refusal(HttpServletRequest request, String name) {
    if (NOT_IMPLEMENTED.stream().anyMatch(name::startsWith) && !name.equals(TAGGING_DIRECTIVE)) {
      return Optional.of(
          new S3Error(
              501,
              "NotImplemented",
              "A header you provided implies functionality that is not implemented: "
                  + name
                  + "; a local cloud has no encryption, tags or locks: leave the header out",
              Map.of("Header", name)));
    }
    boolean forOthers =
        name.startsWith("x-amz-grant-")
            || (name.equals(ACL)
                && !OWNER_ONLY.contains(request.getHeader(name).toLowerCase(Locale.ROOT)));
    return forOthers
        ? Optional.of(
            new S3Error(
                400,
                "AccessControlListNotSupported",
                "The bucket does not allow ACLs: " + name,
                Map.of("Header", name)))
        : Optional.empty();
  }

  /**
   * The front end knows one word for the owner's access. The header's value is replaced where it is
   * obeyed; its signature is checked on the values that came, which {@code getHeaders} gives.
   */
  private static final class OwnerOnlyRequest extends HttpServletRequestWrapper {
    OwnerOnlyRequest(HttpServletRequest request) {
      super(request);
    }

    @Override
    public @Nullable String getHeader(String name) {
      return name.equalsIgnoreCase(ACL) ? "private" : super.getHeader(name);
    }
  }
}
