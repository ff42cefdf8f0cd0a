package io.fastshot.store.s3;

import io.fastshot.store.ByteRange;
import io.fastshot.store.ETag;
import io.fastshot.store.GetOutcome;
import io.fastshot.store.ListPage;
import io.fastshot.store.ObjectInfo;
import io.fastshot.store.Precondition;
import io.fastshot.store.probe.EtagForm;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

/**
 * The reading requests of {@link S3ObjectStore}: they change nothing, so the SDK may repeat them.
 */
final class S3Reads {
  private static final String GET = "s3:GetObject";
  private static final String LIST = "s3:ListBucket";

  private final String bucket;
  private final S3Client client;
  private final S3Errors errors;

  S3Reads(String bucket, S3Client client, S3Errors errors) {
    this.bucket = bucket;
    this.client = client;
    this.errors = errors;
  }

  GetOutcome get(String key, ByteRange range, Precondition precondition, EtagForm form) {
    GetObjectRequest.Builder request =
        GetObjectRequest.builder()
            .bucket(bucket)
            .key(key)
            .range(range.header())
            .checksumMode(ChecksumMode.ENABLED);
    switch (precondition) {
      case Precondition.None _ -> {}
      case Precondition.Matches(ETag etag) -> request.ifMatch(form.of(etag));
      case Precondition.Differs(ETag etag) -> request.ifNoneMatch(form.of(etag));
      case Precondition.Absent _ ->
          throw new IllegalArgumentException("a read cannot ask for absence");
    }
    try {
      return S3Answers.found(key, range, client.getObject(request.build()));
    } catch (SdkException e) {
      if (S3Errors.isKeyAbsent(e)) {
        return new GetOutcome.Absent();
      }
      return switch (S3Errors.status(e)) {
        case S3Errors.NOT_MODIFIED -> new GetOutcome.NotModified();
        case S3Errors.PRECONDITION_FAILED -> new GetOutcome.Changed();
        case S3Errors.RANGE_NOT_SATISFIABLE -> new GetOutcome.OutOfRange();
        default -> throw errors.of(e, GET, key);
      };
    }
  }

  Optional<ObjectInfo> head(String key) {
    try {
      return Optional.of(
          S3Answers.info(
              key,
              client.headObject(
                  r -> r.bucket(bucket).key(key).checksumMode(ChecksumMode.ENABLED))));
    } catch (SdkException e) {
      if (S3Errors.isKeyAbsent(e)) {
        return Optional.empty();
      }
      throw errors.of(e, GET, key);
    }
  }

  ListPage list(String prefix, @Nullable String token) {
    try {
      return S3Answers.page(
          client.listObjectsV2(r ->
              r.bucket(bucket)
                  .prefix(prefix)
                  .continuationToken(token)
                  .encodingType(EncodingType.URL))); // XML cannot hold every key
    } catch (SdkException e) {
      throw errors.of(e, LIST, prefix);
    }
  }
}
