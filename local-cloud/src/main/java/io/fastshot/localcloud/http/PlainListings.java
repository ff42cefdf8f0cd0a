package io.fastshot.localcloud.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/**
 * Answers reads that the front end does not know, or breaks off in the middle.
 *
 * <ul>
 *   <li>Listings without {@code encoding-type}: the front end ends its answer, with status 200, at
 *       the first key that XML 1.0 cannot hold.
 *   <li>{@code ?versions}: each object is its own only version, {@code null}, as in a bucket that
 *       never had versioning.
 *   <li>{@code ?tagging}: nothing has tags.
 * </ul>
 *
 * <p>Only requests that {@link SignedRequests} has proved are answered; all others go on.
 */
public final class PlainListings implements Filter {
  private static final int MAX_PAGE = 1000;
  private static final Set<String> OF_LISTINGS =
      Set.of(
          "list-type",
          "prefix",
          "delimiter",
          "marker",
          "max-keys",
          "continuation-token",
          "start-after",
          "fetch-owner",
          "x-id");
  private static final Set<String> OF_VERSIONS =
      Set.of(
          "versions",
          "prefix",
          "delimiter",
          "key-marker",
          "version-id-marker",
          "max-keys",
          "encoding-type",
          "x-id");

  private final BlobStore store;

  /** Answers from a store. */
  public PlainListings(BlobStore store) {
    this.store = store;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    Optional<S3Path> path = S3Path.of(http).filter(named -> !named.bucket().isEmpty());
    if (!SignedRequests.isProved(request) || !http.getMethod().equals("GET") || path.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    try {
      Optional<String> answer = answer(http, path.get());
      if (answer.isPresent()) {
        response.setContentType("application/xml");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(answer.get());
      } else {
        chain.doFilter(request, response);
      }
    } catch (AwsServiceException e) {
      String code = S3Exceptions.errorCode(e);
      S3Error.of(
              e.statusCode(),
              code == null ? "InvalidRequest" : code,
              String.valueOf(e.awsErrorDetails().errorMessage()))
          .give(http, (HttpServletResponse) response);
    }
  }

  private Optional<String> answer(HttpServletRequest request, S3Path path) {
    Map<String, String[]> parameters = request.getParameterMap();
    if (parameters.containsKey("tagging") && !path.key().isEmpty()) {
      return Optional.of(tagging(path));
    }
    boolean list = path.key().isEmpty() && has(request, "max-keys", "[0-9]{1,9}");
    if (list && parameters.containsKey("versions")) {
      return OF_VERSIONS.containsAll(parameters.keySet()) && has(request, "encoding-type", "url")
          ? Optional.of(versions(request, path.bucket()))
          : Optional.empty();
    }
    if (list && OF_LISTINGS.containsAll(parameters.keySet()) && has(request, "list-type", "2")) {
      return Optional.of(
          parameters.containsKey("list-type")
              ? version2(request, path.bucket())
              : version1(request, path.bucket()));
    }
    return Optional.empty();
  }

  private static boolean has(HttpServletRequest request, String name, String form) {
    String value = request.getParameter(name);
    return value == null || value.matches(form);
  }

  private String tagging(S3Path path) {
    var _ =
        store.blobMetadata(
            HeadObjectRequest.builder().bucket(path.bucket()).key(path.key()).build());
    return new ListingXml("Tagging", false).empty("TagSet").end();
  }

  private String version2(HttpServletRequest request, String bucket) {
    String token = given(request, "continuation-token");
    String after = given(request, "start-after");
    int maxKeys = maxKeys(request);
    ListObjectsV2Response page =
        store.list(
            ListObjectsV2Request.builder()
                .bucket(bucket)
                .prefix(given(request, "prefix"))
                .delimiter(given(request, "delimiter"))
                .continuationToken(token)
                .startAfter(token == null ? after : null)
                .maxKeys(maxKeys)
                .build());
    boolean owner = "true".equals(request.getParameter("fetch-owner"));
    return new ListingXml("ListBucketResult", false)
        .text("Name", bucket)
        .key("Prefix", given(request, "prefix"))
        .text("KeyCount", page.contents().size() + page.commonPrefixes().size())
        .text("MaxKeys", maxKeys)
        .key("Delimiter", given(request, "delimiter"))
        .text("ContinuationToken", token)
        .key("StartAfter", after)
        .text("IsTruncated", page.nextContinuationToken() != null)
        .text("NextContinuationToken", page.nextContinuationToken())
        .objects(page.contents(), owner)
        .prefixes(page.commonPrefixes())
        .end();
  }

  private String version1(HttpServletRequest request, String bucket) {
    String marker = given(request, "marker");
    ListObjectsResponse page = page(request, bucket, marker);
    return new ListingXml("ListBucketResult", false)
        .text("Name", bucket)
        .key("Prefix", given(request, "prefix"))
        .key("Marker", marker == null ? "" : marker)
        .text("MaxKeys", maxKeys(request))
        .key("Delimiter", given(request, "delimiter"))
        .text("IsTruncated", page.nextMarker() != null)
        .key("NextMarker", page.nextMarker())
        .objects(page.contents(), true)
        .prefixes(page.commonPrefixes())
        .end();
  }

  private String versions(HttpServletRequest request, String bucket) {
    String marker = given(request, "key-marker");
    ListObjectsResponse page = page(request, bucket, marker);
    boolean more = page.nextMarker() != null;
    return new ListingXml("ListVersionsResult", request.getParameter("encoding-type") != null)
        .text("Name", bucket)
        .key("Prefix", given(request, "prefix"))
        .key("KeyMarker", marker == null ? "" : marker)
        .text("VersionIdMarker", given(request, "version-id-marker"))
        .text("MaxKeys", maxKeys(request))
        .key("Delimiter", given(request, "delimiter"))
        .text("EncodingType", request.getParameter("encoding-type"))
        .text("IsTruncated", more)
        .key("NextKeyMarker", page.nextMarker())
        .text("NextVersionIdMarker", more ? "null" : null)
        .versions(page.contents())
        .prefixes(page.commonPrefixes())
        .end();
  }

  private ListObjectsResponse page(
      HttpServletRequest request, String bucket, @Nullable String marker) {
    return store.listV1(
        ListObjectsRequest.builder()
            .bucket(bucket)
            .prefix(given(request, "prefix"))
            .delimiter(given(request, "delimiter"))
            .marker(marker)
            .maxKeys(maxKeys(request))
            .build());
  }

  private static int maxKeys(HttpServletRequest request) {
    String asked = request.getParameter("max-keys");
    return asked == null ? MAX_PAGE : Math.min(MAX_PAGE, Integer.parseInt(asked));
  }

  /** A parameter; null if it is missing or empty. */
  private static @Nullable String given(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null || value.isEmpty() ? null : value;
  }
}
