package io.fastshot.store.s3;

import io.fastshot.store.Content;
import io.fastshot.store.probe.Support;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * The writing requests of {@link S3ObjectStore}. Each is sent once, and once more only where the
 * store said no before it looked at the request: for a wrong clock, which the SDK has set right by
 * then, and for a checksum's header that it does not know.
 */
final class S3Writes {
  private static final int BAD_REQUEST = 400;
  private static final int NOT_IMPLEMENTED = 501;

  private final S3Client client;

  /** What was seen of {@code x-amz-checksum-sha256}; where refused, the store took the MD5. */
  private volatile Support sha256 = Support.UNKNOWN;

  S3Writes(S3Client client) {
    this.client = client;
  }

  /** What the puts until now met. */
  Support sha256() {
    return sha256;
  }

  /**
   * Puts; returns the ETag. Every put has a checksum: buckets with Object Lock demand one.
   *
   * @param remembered what is known of the header from before
   */
  @Nullable String put(PutObjectRequest.Builder request, Content content, Support remembered) {
    boolean refused = sha256 == Support.REFUSED || remembered == Support.REFUSED;
    if (refused || content.sha256Hex() == null) {
      return put(request, content, false);
    }
    try {
      String etag = put(request, content, true);
      sha256 = Support.HOLDS;
      return etag;
    } catch (AwsServiceException e) {
      if (!refusesTheHeader(e)) {
        throw e;
      }
      String etag = put(request, content, false);
      sha256 = Support.REFUSED;
      return etag;
    }
  }

  private @Nullable String put(PutObjectRequest.Builder request, Content content, boolean sha256) {
    try (S3Upload upload = new S3Upload(content)) {
      PutObjectRequest described = upload.describe(request, sha256);
      return inTime(() -> client.putObject(described, upload.body())).eTag();
    }
  }

  private static boolean refusesTheHeader(AwsServiceException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return e.statusCode() == NOT_IMPLEMENTED
        || (e.statusCode() == BAD_REQUEST && message.contains("x-amz-checksum-sha256"));
  }

  void delete(String bucket, String key, @Nullable String ifMatch) {
    var _ = inTime(() -> client.deleteObject(r -> r.bucket(bucket).key(key).ifMatch(ifMatch)));
  }

  CopyObjectResponse copy(Consumer<CopyObjectRequest.Builder> request) {
    return inTime(() -> client.copyObject(request));
  }

  /** Sends; once more where the store refused for a wrong clock. */
  static <T> T inTime(Supplier<T> request) {
    try {
      return request.get();
    } catch (AwsServiceException e) {
      if (!S3Errors.isOfTheClock(e)) {
        throw e;
      }
      return request.get(); // nothing was applied; the SDK has learned the store's time
    }
  }
}
