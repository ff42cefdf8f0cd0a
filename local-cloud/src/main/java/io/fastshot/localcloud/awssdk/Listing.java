package io.fastshot.localcloud.awssdk;

import io.fastshot.localcloud.disk.StoredObject;
import io.fastshot.localcloud.disk.Utf8Order;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.jspecify.annotations.Nullable;

/**
 * One page of a bucket's listing.
 *
 * @param objects in UTF-8 order
 * @param prefixes the common prefixes, in UTF-8 order
 * @param last the last key or common prefix of the page, if more follow; else null
 */
record Listing(List<StoredObject> objects, List<String> prefixes, @Nullable String last) {
  private static final int DEFAULT_PAGE = 1000;

  /**
   * What a listing asks for.
   *
   * @param prefix of all keys; may be empty
   * @param delimiter rolls up keys that share their beginning up to it; empty for none
   * @param after the page begins behind this key, or behind all keys of this common prefix; may be
   *     empty
   * @param maxKeys most objects and prefixes together
   */
  record Query(String prefix, String delimiter, String after, int maxKeys) {
    static Query of(
        @Nullable String prefix,
        @Nullable String delimiter,
        @Nullable String after,
        @Nullable Integer maxKeys) {
      return new Query(
          prefix == null ? "" : prefix,
          delimiter == null ? "" : delimiter,
          after == null ? "" : after,
          maxKeys == null ? DEFAULT_PAGE : maxKeys);
    }

    /** The common prefix that a key is rolled up to, or null. */
    private @Nullable String rollUp(String key) {
      int end = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
      return end < 0 ? null : key.substring(0, end + delimiter.length());
    }

    private NavigableMap<String, StoredObject> tail(NavigableMap<String, StoredObject> objects) {
      boolean behindPrefix =
          !delimiter.isEmpty()
              && after.endsWith(delimiter)
              && after.startsWith(prefix)
              && after.equals(rollUp(after));
      String from = behindPrefix ? after + Utf8Order.LAST : after;
      return new Utf8Order().compare(from, prefix) >= 0
          ? objects.tailMap(from, false)
          : objects.tailMap(prefix, true);
    }
  }

  /** The page that a query asks for. */
  static Listing of(NavigableMap<String, StoredObject> all, Query query) {
    List<StoredObject> objects = new ArrayList<>();
    List<String> prefixes = new ArrayList<>();
    String last = null;
    Map.Entry<String, StoredObject> next =
        query.maxKeys() == 0 ? null : query.tail(all).firstEntry();
    while (next != null && next.getKey().startsWith(query.prefix())) {
      if (objects.size() + prefixes.size() == query.maxKeys()) {
        return new Listing(objects, prefixes, last);
      }
      String rolledUp = query.rollUp(next.getKey());
      if (rolledUp == null) {
        objects.add(next.getValue());
        last = next.getKey();
        next = all.higherEntry(next.getKey());
      } else {
        prefixes.add(rolledUp);
        last = rolledUp;
        next = all.higherEntry(rolledUp + Utf8Order.LAST);
      }
    }
    return new Listing(objects, prefixes, null);
  }

  /** The token that stands for the end of this page; null if no more follow. */
  @Nullable String token() {
    return last == null
        ? null
        : Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(last.getBytes(StandardCharsets.UTF_8));
  }

  /** The end of the page before, from its token. */
  static String fromToken(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw S3Exceptions.invalidArgument("The continuation token provided is incorrect");
    }
  }
}
