package io.fastshot.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a listing.
 *
 * @param objects in the order of their keys' UTF-8 bytes; may be empty
 * @param nextToken what to hand in for the next page; null if this is the last
 */
public record ListPage(List<Entry> objects, @Nullable String nextToken) {

  public ListPage {
    objects = List.copyOf(objects);
  }

  /**
   * One object of a listing.
   *
   * @param key the object's key
   * @param etag its ETag
   * @param sizeBytes its size; 0 or more
   * @param lastModified when it was written, to the second
   */
  public record Entry(String key, ETag etag, long sizeBytes, Instant lastModified) {}
}
