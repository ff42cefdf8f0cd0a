package io.fastshot.client.ui.status;

import org.jspecify.annotations.Nullable;

/**
 * Something to tell the person.
 *
 * @param key what it is about; a later notice of the same key takes its place
 * @param kind how grave it is
 * @param text what happened and what to do, in words
 * @param action what can be done about it at once; null if nothing
 */
public record Notice(String key, Kind kind, String text, @Nullable Action action) {

  /** How grave it is. */
  public enum Kind {
    /** Goes by itself after a while if there is nothing to do about it. */
    DONE,
    /** Stays until it is closed. */
    PROBLEM
  }

  /**
   * Something to do about it.
   *
   * @param title on the button
   * @param run on the event thread; the notice goes
   */
  public record Action(String title, Runnable run) {}

  /** Something went well. */
  public static Notice done(String key, String text) {
    return new Notice(key, Kind.DONE, text, null);
  }

  /** Something did not go well. */
  public static Notice problem(String key, String text) {
    return new Notice(key, Kind.PROBLEM, text, null);
  }

  /** The same with a button. */
  public Notice with(String title, Runnable run) {
    return new Notice(key, kind, text, new Action(title, run));
  }
}
