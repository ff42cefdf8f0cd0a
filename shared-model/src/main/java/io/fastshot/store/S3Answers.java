package io.fastshot.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/** The SDK's answers, in the port's words. */
final class S3Answers {
  private S3Answers() {}

  static GetOutcome found(
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

  static ObjectInfo info(String key, HeadObjectResponse answer) {
    ETag etag = new ETag(answer.eTag());
    Map<String, String> metadata = lowerCase(answer.metadata());
    return new ObjectInfo(
        key,
        etag,
        known(answer.contentLength(), key),
        orEpoch(answer.lastModified()),
        StoredChecksums.best(answer.checksumSHA256(), answer.checksumCRC64NVME(), metadata, etag),
        encoding(answer.contentEncoding()),
        metadata);
  }

  static ListPage page(ListObjectsV2Response answer) {
    List<ListPage.Entry> entries =
        answer.contents().stream()
            .map(o ->
                new ListPage.Entry(
                    o.key(), new ETag(o.eTag()), o.size(), orEpoch(o.lastModified())))
            .toList();
    boolean more = Boolean.TRUE.equals(answer.isTruncated());
    return new ListPage(entries, more ? answer.nextContinuationToken() : null);
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
}
