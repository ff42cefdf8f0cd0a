package io.fastshot.store;

import io.fastshot.model.Checksum;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a store says of an object beside its bytes.
 *
 * @param key the object's key
 * @param etag its ETag
 * @param sizeBytes size of the whole object, also when a range was read
 * @param lastModified when it was written, to the second
 * @param checksum the best whole-object checksum there is: {@code sha256} from S3's checksum or
 *     from our user metadata where that is known to be of these bytes, else {@code crc64nvme}, else
 *     {@code etag} if the ETag has the form of an MD5, else what the user metadata claims, else
 *     null
 * @param contentEncoding such as {@code gzip}; null if none. The bytes are given as they are stored
 * @param userMetadata {@code x-amz-meta-*} without that prefix, names in lower case
 */
public record ObjectInfo(
    String key,
    ETag etag,
    long sizeBytes,
    Instant lastModified,
    @Nullable Checksum checksum,
    @Nullable String contentEncoding,
    Map<String, String> userMetadata) {

  public ObjectInfo {
    userMetadata = Map.copyOf(userMetadata);
  }
}
