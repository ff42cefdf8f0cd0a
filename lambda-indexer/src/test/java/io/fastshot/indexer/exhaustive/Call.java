package io.fastshot.indexer.exhaustive;

import java.util.List;
import java.util.Set;

/** What a handler asks for next, or how it ended. Answers are ints, each said below. */
sealed interface Call {

  /** The answer of a write that was applied. */
  int DONE = 0;

  /** No answer. The caller cannot tell whether a write was applied. */
  int UNAVAILABLE = -1;

  /** 403. */
  int DENIED = -2;

  /** 412. */
  int CONFLICT = -3;

  /** GET of the overall index; answered by the number of a document, 0 if there is none. */
  record ReadIndex() implements Call {}

  /** GET or HEAD of a session; answered by its content, 0 if there is none. */
  record ReadSession(int key) implements Call {}

  /**
   * PUT of a meta index.
   *
   * @param meta the number of its bytes; 0 for a DELETE
   */
  record WriteMeta(int key, int meta) implements Call {}

  /** LIST of the sessions; answered by both contents, see {@link Bucket#pair}. */
  record ListSessions() implements Call {}

  /** LIST of the meta indexes; answered by both numbers, see {@link Bucket#pair}. */
  record ListMetas() implements Call {}

  /**
   * PUT of the overall index.
   *
   * @param next the number of the document, its nonce still a placeholder
   * @param base the number of the document that must be there, 0 for none; {@link #ANY} for a write
   *     without condition
   */
  record WriteIndex(int next, int base) implements Call {
    static final int ANY = -1;
  }

  /** Messages for the queue, by their numbers. */
  record Send(List<Integer> messages) implements Call {}

  /**
   * The handler answered.
   *
   * @param back numbers of the messages that go back to the queue
   */
  record Ended(Set<Integer> back) implements Call {}
}
