package io.fastshot.localcloud.awssdk;

import io.fastshot.localcloud.disk.DiskBucket;
import io.fastshot.localcloud.disk.StoredObject;
import java.time.Instant;
import java.util.Map;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

/**
 * The conditions of S3 requests.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-requests.html">S3
 *     conditional requests</a>
 */
final class Conditions {
  private static final String ANY = "*";
  private static final int NOT_MODIFIED = 304;

  private Conditions() {}

  /** The condition of a write. */
  static DiskBucket.Condition ofWrite(
      String bucket, String key, @Nullable String ifMatch, @Nullable String ifNoneMatch) {
    return current -> {
      if (ifMatch != null && current == null) {
        throw S3Exceptions.noSuchKey(bucket, key, "If-Match on an absent key");
      }
      require(ifMatch == null || current == null || matches(ifMatch, current));
      require(ifNoneMatch == null || current == null || !matches(ifNoneMatch, current));
    };
  }

  /** The condition of a removal; an absent object satisfies every one. */
  static DiskBucket.Condition ofDelete(DeleteObjectRequest request) {
    return current -> {
      if (current == null) {
        return;
      }
      Instant time = request.ifMatchLastModifiedTime();
      require(request.ifMatch() == null || matches(request.ifMatch(), current));
      require(request.ifMatchSize() == null || request.ifMatchSize() == current.sizeBytes());
      require(time == null || time.getEpochSecond() == current.lastModified().getEpochSecond());
    };
  }

  /** Throws 304 or 412 unless a read may be answered with an object. */
  static void checkRead(GetObjectRequest request, StoredObject object) {
    require(request.ifMatch() == null || matches(request.ifMatch(), object));
    Instant unmodifiedSince = request.ifUnmodifiedSince();
    require(
        request.ifMatch() != null
            || unmodifiedSince == null
            || !object.lastModified().isAfter(unmodifiedSince));
    Instant modifiedSince = request.ifModifiedSince();
    boolean same =
        request.ifNoneMatch() != null
            ? matches(request.ifNoneMatch(), object)
            : modifiedSince != null && !object.lastModified().isAfter(modifiedSince);
    if (same) {
      throw S3Exceptions.fromStatusCode(NOT_MODIFIED, object.etag(), Map.of(), null);
    }
  }

  /** Throws 412 unless the source of a copy is as the request wants it. */
  static void checkCopySource(CopyObjectRequest request, StoredObject source) {
    require(request.copySourceIfMatch() == null || matches(request.copySourceIfMatch(), source));
    require(
        request.copySourceIfNoneMatch() == null
            || !matches(request.copySourceIfNoneMatch(), source));
    Instant modified = request.copySourceIfModifiedSince();
    require(modified == null || source.lastModified().isAfter(modified));
    Instant unmodified = request.copySourceIfUnmodifiedSince();
    require(unmodified == null || !source.lastModified().isAfter(unmodified));
  }

  private static boolean matches(String condition, StoredObject object) {
    return condition.equals(ANY) || unquoted(condition).equals(unquoted(object.etag()));
  }

  private static String unquoted(String etag) {
    return etag.replace("\"", "");
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw S3Exceptions.preconditionFailed(null);
    }
  }
}
