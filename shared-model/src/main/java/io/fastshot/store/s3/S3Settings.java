package io.fastshot.store.s3;

import io.fastshot.store.Content;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which bucket, and how to reach it.
 *
 * @param endpoint the address of an S3-compatible store, used with path-style addresses; null for
 *     AWS itself
 * @param region such as {@code eu-central-1}; other stores mostly take any
 * @param bucket its name
 * @param credentials null: the profile, or the SDK's default chain (environment, files, role)
 * @param profile a name from the AWS configuration files; null for the default chain
 * @param timeout for one try of one request up to its first byte of answer, and for each wait for
 *     more bytes after that; above 0
 */
public record S3Settings(
    @Nullable URI endpoint,
    String region,
    String bucket,
    @Nullable Credentials credentials,
    @Nullable String profile,
    Duration timeout) {

  /** A good {@link #timeout()} for libraries of the usual size. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

  /** The slowest upload that is waited for. */
  private static final long MIN_UPLOAD_BYTES_PER_SECOND = 16 << 10;

  public S3Settings {
    if (region.isBlank() || bucket.isBlank()) {
      throw new IllegalArgumentException("a region and a bucket are needed");
    }
    if (endpoint != null) {
      Endpoints.checked(endpoint);
    }
    if (!timeout.isPositive()) {
      throw new IllegalArgumentException("the timeout is not above 0: " + timeout);
    }
  }

  /** Where requests go: the endpoint, or AWS's address of the region. */
  URI address() {
    return endpoint == null ? SdkAccess.addressOfAws("s3", region) : endpoint;
  }

  /** How long the sending of something may take. */
  Duration patienceFor(Content content) {
    return timeout.plusSeconds(content.sizeBytes() / MIN_UPLOAD_BYTES_PER_SECOND);
  }

  /** Whether this is AWS itself: no endpoint, or one of Amazon's own, such as a VPC's. */
  public boolean isAws() {
    return endpoint == null || isOfAws(endpoint);
  }

  /** Whether an endpoint is one of Amazon's own. */
  public static boolean isOfAws(URI endpoint) {
    String host = endpoint.getHost();
    return host != null && (host.endsWith(".amazonaws.com") || host.endsWith(".amazonaws.com.cn"));
  }
}
