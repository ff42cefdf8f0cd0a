package io.fastshot.indexer.simulation;

import java.time.Duration;
import java.util.List;

/**
 * One thing that happens in a {@link World}. A list of actions is a schedule: those that are not
 * possible when their turn comes are passed over, so that a schedule stays one when actions are
 * taken out of it.
 */
sealed interface Action {

  /** Lets a task make its next request, and run until the one after it. */
  record Step(String task, Trouble trouble) implements Action {}

  /** A task dies before its next request. */
  record Crash(String task) implements Action {}

  /**
   * A client changes a session.
   *
   * @param event name of the event that follows
   * @param key number of the session
   * @param content what is put; {@link Content#NOTHING} deletes
   * @param version of the content; the same number gives the same bytes
   */
  record Change(String event, int key, Content content, int version) implements Action {}

  /** An event reaches the queue as a message of that name; once more, if it did already. */
  record Arrive(String event, String message) implements Action {}

  /** A handler is started with messages of the queue. */
  record Deliver(String task, List<String> messages) implements Action {}

  /** A message that is being worked on becomes visible at once. */
  record Redeliver(String message) implements Action {}

  /** A write that was under way reaches the store. */
  record Land(String write) implements Action {}

  /** A write that was under way never arrives. */
  record Lose(String write) implements Action {}

  /** Somebody calls the rebuild function. */
  record Rebuild(String task, String request) implements Action {}

  /** The original app, or somebody, writes or removes the overall index. */
  record Foreign(ForeignWrite write) implements Action {}

  /** A reader starts. */
  record Read(String task) implements Action {}

  /** Time passes. */
  record Pass(Duration time) implements Action {}

  /** Kinds of session files. */
  enum Content {
    NOTHING,
    PLAIN,
    PICTURE,
    GARBAGE,
    EMPTY,
    CUT_OFF,
    LONG
  }

  /** What others do to the overall index. */
  enum ForeignWrite {
    ORIGINAL,
    GARBAGE,
    DELETE
  }
}
