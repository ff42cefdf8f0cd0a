package io.fastshot.indexer.simulation;

import io.fastshot.store.Verb;
import java.time.Instant;

/** What a task that stands still does next. */
sealed interface Pending {

  /**
   * A request to the store.
   *
   * @param conditional whether it is a write with a precondition
   */
  record Request(Verb verb, String key, boolean conditional) implements Pending {}

  /** Messages for the queue. */
  record Send(int messages) implements Pending {}

  /** A wait. */
  record Sleep(Instant until) implements Pending {}

  /** The handler has returned; its answer is on the way. */
  record Answer() implements Pending {}
}
