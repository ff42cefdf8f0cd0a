package io.fastshot.client.data.cache;

/** What a cache is made of, for who removes some of it; all of it can be fetched again. */
public enum CachePart {
  /** The list, and what was read of single sessions. */
  METADATA,
  /** Small pictures. */
  THUMBNAILS,
  /** Session files, but for those that are to be kept, or that the library does not list. */
  SESSIONS
}
