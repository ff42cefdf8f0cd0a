package io.fastshot.store;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * A bucket of AWS S3, or of another store that speaks its protocol.
 *
 * <p><b>Other stores</b> (an endpoint is set): some ignore conditions on removals and on the target
 * of a copy. There a removal of a certain ETag, and a copy to an absent key, are checked by one
 * HEAD request more; on AWS S3 itself checks them.
 *
 * <p><b>Threads:</b> built for many virtual threads. Connections come from the JDK's pool, which
 * keeps 5 idle ones to a host unless the system property {@code http.maxConnections} says
 * otherwise; opening the first store sets it to 64 where it is not set. Interrupting a virtual
 * thread ends its request at once, a platform thread's at the latest after the time-out.
 *
 * <p><b>Time:</b> every try has {@link S3Settings#timeout()}, an upload one second more for each 16
 * KiB. Reads have up to three tries.
 */
public final class S3ObjectStore implements ObjectStore {
  private static final String ANY = "*";
  private static final String GET = "s3:GetObject";
  private static final String PUT = "s3:PutObject";
  private static final String DELETE = "s3:DeleteObject";
  private static final String LIST = "s3:ListBucket";

  /** The slowest upload that is waited for. */
  private static final long MIN_UPLOAD_BYTES_PER_SECOND = 16 << 10;

  private final S3Settings settings;
  private final S3Clients s3;
  private final S3Errors errors;

  /** Whether this store answered that it cannot remove conditionally. */
  private volatile boolean deletesUnconditionally;

  private S3ObjectStore(S3Settings settings, S3Clients s3) {
    this.settings = settings;
    this.s3 = s3;
    this.errors = new S3Errors(settings.bucket());
  }

  /** Opens a bucket; makes no request. */
  public static S3ObjectStore open(S3Settings settings) {
    return new S3ObjectStore(settings, S3Clients.open(settings));
  }

  @Override
  public GetOutcome get(String key, ByteRange range, Precondition precondition) {
    GetObjectRequest.Builder request =
        GetObjectRequest.builder()
            .bucket(settings.bucket())
            .key(key)
            .range(range.header())
            .checksumMode(ChecksumMode.ENABLED);
    switch (precondition) {
      case Precondition.None _ -> {}
      case Precondition.Matches(ETag etag) -> request.ifMatch(etag.value());
      case Precondition.Differs(ETag etag) -> request.ifNoneMatch(etag.value());
      case Precondition.Absent _ ->
          throw new IllegalArgumentException("a read cannot ask for absence");
    }
    try {
      return found(key, range, s3.reads().getObject(request.build()));
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

  private static GetOutcome found(
      String key, ByteRange range, ResponseInputStream<GetObjectResponse> body) {
    GetObjectResponse answer = body.response();
    long length = known(answer.contentLength(), key);
    @Nullable ContentRange part = ContentRange.parse(answer.contentRange());
    long size = part == null ? length : part.objectSizeBytes();
    if (size == 0 && !(range instanceof ByteRange.Whole)) {
      body.abort(); // some stores answer any range of an empty object with all of it
      return new GetOutcome.OutOfRange();
    }
    ETag etag = new ETag(answer.eTag());
    Map<String, String> metadata = lowerCase(answer.metadata());
    boolean whole = part == null; // of a part S3 may send the part's checksum
    ObjectInfo info =
        new ObjectInfo(
            key,
            etag,
            size,
            orEpoch(answer.lastModified()),
            StoredChecksums.best(
                whole ? answer.checksumSHA256() : null,
                whole ? answer.checksumCRC64NVME() : null,
                metadata,
                etag),
            encoding(answer.contentEncoding()),
            metadata);
    return new GetOutcome.Found(info, part == null ? 0 : part.first(), new S3Body(body, length));
  }

  @Override
  public Optional<ObjectInfo> head(String key) {
    try {
      HeadObjectResponse answer =
          s3.reads()
              .headObject(
                  r -> r.bucket(settings.bucket()).key(key).checksumMode(ChecksumMode.ENABLED));
      ETag etag = new ETag(answer.eTag());
      Map<String, String> metadata = lowerCase(answer.metadata());
      return Optional.of(
          new ObjectInfo(
              key,
              etag,
              known(answer.contentLength(), key),
              orEpoch(answer.lastModified()),
              StoredChecksums.best(
                  answer.checksumSHA256(), answer.checksumCRC64NVME(), metadata, etag),
              encoding(answer.contentEncoding()),
              metadata));
    } catch (SdkException e) {
      if (S3Errors.isKeyAbsent(e)) {
        return Optional.empty();
      }
      throw errors.of(e, GET, key);
    }
  }

  @Override
  public PutOutcome put(String key, Content content, Precondition precondition) {
    PutObjectRequest.Builder request =
        PutObjectRequest.builder().bucket(settings.bucket()).key(key);
    switch (precondition) {
      case Precondition.None _ -> {}
      case Precondition.Absent _ -> request.ifNoneMatch(ANY);
      case Precondition.Matches(ETag etag) -> request.ifMatch(etag.value());
      case Precondition.Differs _ -> throw unusable();
    }
    Duration patience =
        settings.timeout().plusSeconds(content.sizeBytes() / MIN_UPLOAD_BYTES_PER_SECOND);
    request.overrideConfiguration(c -> c.apiCallAttemptTimeout(patience));
    try (S3Upload upload = new S3Upload(content)) {
      upload.describe(request);
      return installed(s3.writes().putObject(request.build(), upload.body()).eTag(), PUT, key);
    } catch (SdkException e) {
      boolean conditional = !(precondition instanceof Precondition.None);
      return conflictOr(e, conditional, PUT, key);
    } catch (UncheckedIOException e) {
      throw new StoreException.Unavailable("the bytes for " + key + " cannot be read", e);
    }
  }

  private static IllegalArgumentException unusable() {
    return new IllegalArgumentException("a write cannot ask for another ETag");
  }

  private PutOutcome installed(@Nullable String etag, String action, String key) {
    if (etag == null || etag.isEmpty()) {
      throw new StoreException.Unavailable(
          action + " of " + key + ": the answer has no ETag, so it may not have worked", null);
    }
    return new PutOutcome.Installed(new ETag(etag));
  }

  private PutOutcome conflictOr(SdkException e, boolean conditional, String action, String key) {
    int status = S3Errors.status(e);
    boolean conflict =
        status == S3Errors.CONFLICT
            || status == S3Errors.PRECONDITION_FAILED
            || (conditional && S3Errors.isKeyAbsent(e));
    if (conflict) {
      return new PutOutcome.Conflict();
    }
    throw errors.of(e, action, key);
  }

  @Override
  public DeleteOutcome delete(String key, Precondition precondition) {
    @Nullable ETag wanted =
        switch (precondition) {
          case Precondition.None _ -> null;
          case Precondition.Matches(ETag etag) -> etag;
          case Precondition.Absent _, Precondition.Differs _ -> throw unusable();
        };
    boolean look = wanted != null && (deletesUnconditionally || settings.endpoint() != null);
    if (look && head(key).map(i -> !i.etag().equals(wanted)).orElse(false)) {
      return new DeleteOutcome.Conflict();
    }
    DeleteObjectRequest.Builder request =
        DeleteObjectRequest.builder().bucket(settings.bucket()).key(key);
    if (wanted != null && !deletesUnconditionally) {
      request.ifMatch(wanted.value());
    }
    try {
      s3.writes().deleteObject(request.build());
      return new DeleteOutcome.Gone();
    } catch (SdkException e) {
      int status = S3Errors.status(e);
      if (status == S3Errors.NOT_IMPLEMENTED && wanted != null && !deletesUnconditionally) {
        deletesUnconditionally = true;
        return delete(key, precondition);
      }
      if (status == S3Errors.PRECONDITION_FAILED || status == S3Errors.CONFLICT) {
        return new DeleteOutcome.Conflict();
      }
      if (S3Errors.isKeyAbsent(e)) {
        return new DeleteOutcome.Gone();
      }
      throw errors.of(e, DELETE, key);
    }
  }

  @Override
  public PutOutcome copy(String source, ETag sourceEtag, String target, Precondition precondition) {
    CopyObjectRequest.Builder request =
        CopyObjectRequest.builder()
            .sourceBucket(settings.bucket())
            .sourceKey(source)
            .copySourceIfMatch(sourceEtag.value())
            .destinationBucket(settings.bucket())
            .destinationKey(target);
    switch (precondition) {
      case Precondition.None _ -> {}
      case Precondition.Absent _ -> {
        if (settings.endpoint() != null && head(target).isPresent()) {
          return new PutOutcome.Conflict();
        }
        request.ifNoneMatch(ANY);
      }
      case Precondition.Matches _, Precondition.Differs _ ->
          throw new IllegalArgumentException("a copy can only ask for an absent target");
    }
    try {
      var result = s3.writes().copyObject(request.build()).copyObjectResult();
      return installed(result == null ? null : result.eTag(), PUT, target);
    } catch (SdkException e) {
      return conflictOr(e, true, PUT, target);
    }
  }

  @Override
  public ListPage list(String prefix, @Nullable String token) {
    try {
      ListObjectsV2Response answer =
          s3.reads()
              .listObjectsV2(r ->
                  r.bucket(settings.bucket())
                      .prefix(prefix)
                      .continuationToken(token)
                      .encodingType(EncodingType.URL)); // XML cannot hold every key
      List<ListPage.Entry> entries =
          answer.contents().stream()
              .map(o ->
                  new ListPage.Entry(
                      o.key(), new ETag(o.eTag()), o.size(), orEpoch(o.lastModified())))
              .toList();
      boolean more = Boolean.TRUE.equals(answer.isTruncated());
      return new ListPage(entries, more ? answer.nextContinuationToken() : null);
    } catch (SdkException e) {
      throw errors.of(e, LIST, prefix);
    }
  }

  private static Map<String, String> lowerCase(Map<String, String> metadata) {
    Map<String, String> lower = new HashMap<>();
    metadata.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    return lower;
  }

  private static @Nullable String encoding(@Nullable String header) {
    return header == null || header.isEmpty() ? null : header;
  }

  private static long known(@Nullable Long size, String key) {
    if (size == null) {
      throw new StoreException.Unavailable("the store did not tell the size of " + key, null);
    }
    return size;
  }

  private static Instant orEpoch(@Nullable Instant time) {
    return time == null ? Instant.EPOCH : time;
  }

  @Override
  public void close() {
    s3.close();
  }
}
