package io.fastshot.store.s3;

import io.fastshot.store.ByteRange;
import io.fastshot.store.ContentRange;
import io.fastshot.store.ETag;
import io.fastshot.store.GetOutcome;
import io.fastshot.store.ListPage;
import io.fastshot.store.ObjectInfo;
import io.fastshot.store.StoreException;
import io.fastshot.store.StoredChecksums;
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
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

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
                isMd5(answer.serverSideEncryption(), answer.sseCustomerAlgorithm()) ? etag : null),
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
        StoredChecksums.best(
            answer.checksumSHA256(),
            answer.checksumCRC64NVME(),
            metadata,
            isMd5(answer.serverSideEncryption(), answer.sseCustomerAlgorithm()) ? etag : null),
        encoding(answer.contentEncoding()),
        metadata);
  }

  /**
   * Whether an ETag can be an MD5 of the object's bytes: not of one that is encrypted with a key of
   * KMS or of the customer, though it looks like one.
   *
   * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_Object.html">ETag</a>
   */
  private static boolean isMd5(
      @Nullable ServerSideEncryption encryption, @Nullable String customerAlgorithm) {
    return customerAlgorithm == null
        && (encryption == null || encryption == ServerSideEncryption.AES256);
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
