package io.fastshot.indexer.exhaustive;

import io.fastshot.json.DocumentException;
import io.fastshot.json.MetaIndexJson;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.SessionId;
import io.fastshot.store.ETag;
import io.fastshot.store.ObjectInfo;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The two sessions, their contents, and the meta indexes and messages that were seen, numbered. */
final class Bucket {
  public static final KeyLayout LAYOUT = KeyLayout.atRoot();
  static final int KEYS = 2;
  static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private static final int PAIR_BITS = 4;

  private final List<String> metas = new ArrayList<>(List.of(""));
  private final List<@Nullable String> sources = new ArrayList<>();
  private final List<String> messages = new ArrayList<>();

  Bucket() {
    sources.add(null);
  }

  static SessionId id(int key) {
    return new SessionId(name(key));
  }

  static String name(int key) {
    return key == 0 ? "a" : "b";
  }

  /** Which of the two sessions. */
  static int keyOf(SessionId id) {
    return id.equals(id(0)) ? 0 : 1;
  }

  /** Two small numbers in one. */
  static int pair(int first, int second) {
    return first | (second << PAIR_BITS);
  }

  static int ofPair(int pair, int key) {
    return (pair >> (key * PAIR_BITS)) & ((1 << PAIR_BITS) - 1);
  }

  static int withPair(int pair, int key, int number) {
    int mask = ((1 << PAIR_BITS) - 1) << (key * PAIR_BITS);
    return (pair & ~mask) | (number << (key * PAIR_BITS));
  }

  /** Whether both numbers of a pair are at least those of another pair, which is not the same. */
  static boolean covers(int pair, int other) {
    return pair != other
        && ofPair(pair, 0) >= ofPair(other, 0)
        && ofPair(pair, 1) >= ofPair(other, 1);
  }

  /** A session's bytes. It has no picture, so no thumbnail is ever there. */
  static byte[] bytes(int key, int value) {
    return """
    {"session": {"version": "1.0", "timestamp": "2025-06-21T11:46:15", "windows": []},
     "metadata": {"name": "%s%d", "desc": "d", "tags": ["t"], "color": "green", "class": "c",
      "created_at": "2025-06-21T11:46:15", "filename": "x", "image_count": 0, "thumbnail_collage": null}}\
    """
        .formatted(name(key), value)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** As MD5: the same content has the same ETag. */
  static ETag etag(int key, int value) {
    return new ETag("\"%s%d\"".formatted(name(key), value));
  }

  static ObjectInfo info(int key, int value) {
    return new ObjectInfo(
        LAYOUT.session(id(key)),
        etag(key, value),
        bytes(key, value).length,
        NOW,
        null,
        null,
        Map.of());
  }

  /** The number of a meta index; 1 or more. */
  int meta(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    int known = metas.indexOf(text);
    if (known >= 0) {
      return known;
    }
    metas.add(text);
    try {
      sources.add(MetaIndexJson.read(bytes).src());
    } catch (DocumentException e) {
      throw new IllegalStateException("a handler wrote a meta index that cannot be read", e);
    }
    if (metas.size() > 1 << PAIR_BITS) {
      throw new IllegalStateException("more meta indexes than a state has bits for");
    }
    return metas.size() - 1;
  }

  /** Whether a meta index is the one of a content; of none, that there is none. */
  boolean describes(int meta, int key, int value) {
    return value == 0 ? meta == 0 : Objects.equals(sources.get(meta), etag(key, value).value());
  }

  /** The number of a message. */
  int message(String body) {
    int known = messages.indexOf(body);
    if (known < 0) {
      known = messages.size();
      messages.add(body);
    }
    return known;
  }

  String body(int message) {
    return messages.get(message);
  }

  /** The sessions that a message is about. */
  List<Integer> keys(int message) {
    List<Integer> keys = new ArrayList<>();
    for (int key = 0; key < KEYS; key++) {
      if (body(message).contains(id(key).filename() + '"')) {
        keys.add(key);
      }
    }
    return keys;
  }

  /** Whether a message is a notification of S3, and not one of ours. */
  boolean isEvent(int message) {
    return body(message).startsWith("{\"Records\"");
  }

  /** The notification of a change; without types all have the same one. */
  int event(int key, int value, boolean typed) {
    String type = typed && value == 0 ? "ObjectRemoved:Delete" : "ObjectCreated:Put";
    return message(
        """
        {"Records":[{"eventSource":"aws:s3","eventName":"%s",\
        "s3":{"bucket":{"name":"b"},"object":{"key":"%s"}}}]}\
        """
            .formatted(type, LAYOUT.session(id(key))));
  }
}
