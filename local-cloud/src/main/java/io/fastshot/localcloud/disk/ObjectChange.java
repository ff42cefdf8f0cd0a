package io.fastshot.localcloud.disk;

import java.time.Instant;

/**
 * Something that happened to an object.
 *
 * @param bucket its bucket
 * @param kind what happened
 * @param key its key
 * @param etag quoted; of a removed object its last one
 * @param sizeBytes its size
 * @param sequence rises with each change of one key
 * @param time when it happened
 */
public record ObjectChange(
    String bucket,
    Kind kind,
    String key,
    String etag,
    long sizeBytes,
    long sequence,
    Instant time) {

  /** The kinds of change, with the names that S3 gives their events. */
  public enum Kind {
    PUT("ObjectCreated:Put"),
    COPY("ObjectCreated:Copy"),
    COMPLETE_MULTIPART("ObjectCreated:CompleteMultipartUpload"),
    DELETE("ObjectRemoved:Delete");

    private final String eventName;

    Kind(String eventName) {
      this.eventName = eventName;
    }

    /** The value of {@code eventName} in an S3 event. */
    public String eventName() {
      return eventName;
    }

    /** Whether the object is gone now. */
    public boolean isRemoval() {
      return this == DELETE;
    }
  }
}
