package io.fastshot.model;

import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of one session: the content of its meta index.
 *
 * @param id which session
 * @param fields what describes it; of a degraded session what could be told without its payload
 *     (the name from the file name)
 * @param fileSizeBytes size of the session file; 0 or more
 * @param checksum of the whole session file; null if the store gave none
 * @param src the ETag, quoted as S3 sent it, of the session object that was observed; null in
 *     documents of the original app
 * @param thumbnail whether {@code thumbnails/} holds the picture that belongs to {@code src}
 * @param degraded null, or why the file could not be read, in words for a person
 */
public record SessionMeta(
    SessionId id,
    SessionFields fields,
    long fileSizeBytes,
    @Nullable Checksum checksum,
    @Nullable String src,
    boolean thumbnail,
    @Nullable String degraded) {

  public SessionMeta {
    if (fileSizeBytes < 0) {
      throw new IllegalArgumentException("fileSizeBytes is negative: " + fileSizeBytes);
    }
  }
}
