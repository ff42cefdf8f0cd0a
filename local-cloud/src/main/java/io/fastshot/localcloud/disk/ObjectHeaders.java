package io.fastshot.localcloud.disk;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client said of an object's content; given back as it came.
 *
 * @param contentType media type
 * @param contentEncoding such as {@code gzip}
 * @param cacheControl for caches
 * @param contentDisposition for browsers
 * @param contentLanguage language tag
 * @param expires for caches
 * @param userMetadata names in lower case
 */
public record ObjectHeaders(
    @Nullable String contentType,
    @Nullable String contentEncoding,
    @Nullable String cacheControl,
    @Nullable String contentDisposition,
    @Nullable String contentLanguage,
    @Nullable Instant expires,
    Map<String, String> userMetadata) {

  public ObjectHeaders {
    userMetadata = Map.copyOf(userMetadata);
  }

  /** The same with other user metadata. */
  public ObjectHeaders withUserMetadata(Map<String, String> metadata) {
    return new ObjectHeaders(
        contentType,
        contentEncoding,
        cacheControl,
        contentDisposition,
        contentLanguage,
        expires,
        metadata);
  }

  /** Nothing said. */
  public static ObjectHeaders none() {
    return new ObjectHeaders(null, null, null, null, null, null, Map.of());
  }
}
