package io.fastshot.indexer.observe;

import io.fastshot.model.SessionMeta;

/** What reading a session told. */
public sealed interface Observation {

  /**
   * The session is there; its meta index and thumbnail are written.
   *
   * @param byOriginal whether its file was read, and is in a format of the original app
   */
  record Present(SessionMeta meta, boolean byOriginal) implements Observation {
    /** Nothing is known of its format. */
    public Present(SessionMeta meta) {
      this(meta, false);
    }
  }

  /** S3 said that there is no such object; its meta index and thumbnail are removed. */
  record Absent() implements Observation {}

  /**
   * Nothing is known: it could not be read, or its meta index could not be written.
   *
   * @param reason in words for a person
   * @param mayPass whether looking again at once may help
   */
  record Failed(String reason, boolean mayPass) implements Observation {}

  /** Whether the index can take it. */
  default boolean isSettled() {
    return !(this instanceof Failed);
  }
}
