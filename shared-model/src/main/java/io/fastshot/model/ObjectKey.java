package io.fastshot.model;

/** What an object key of a library stands for; see {@link KeyLayout#parse(String)}. */
public sealed interface ObjectKey {

  /** A session file below {@code sessions/}. */
  record Session(SessionId id) implements ObjectKey {}

  /** The meta index of a session, below {@code meta_indexes/}. */
  record MetaIndex(SessionId id) implements ObjectKey {}

  /** The thumbnail of a session, below {@code thumbnails/}. */
  record Thumbnail(SessionId id) implements ObjectKey {}

  /** A deleted session, below {@code trash/}. */
  record Trash(SessionId id) implements ObjectKey {}

  /** {@code overall_meta.json}. */
  record OverallMeta() implements ObjectKey {}

  /** Anything else, also outside the library's prefix. */
  record Foreign(String key) implements ObjectKey {}
}
