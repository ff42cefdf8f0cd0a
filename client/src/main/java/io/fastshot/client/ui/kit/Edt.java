package io.fastshot.client.ui.kit;

import javax.swing.SwingUtilities;

/** The event dispatch thread: the only thread that may touch what is on the screen. */
public final class Edt {
  private Edt() {}

  /**
   * Checks that the caller runs on the event thread; always on, not only in tests.
   *
   * @throws IllegalStateException on any other thread
   */
  public static void require() {
    if (!SwingUtilities.isEventDispatchThread()) {
      throw new IllegalStateException(
          "only the event thread may do this, not " + Thread.currentThread().getName());
    }
  }

  /**
   * Checks that the caller may block.
   *
   * @throws IllegalStateException on the event thread
   */
  public static void forbid() {
    if (SwingUtilities.isEventDispatchThread()) {
      throw new IllegalStateException("this blocks and must not run on the event thread");
    }
  }

  /** Runs {@code work} on the event thread soon; returns at once. From any thread. */
  public static void later(Runnable work) {
    SwingUtilities.invokeLater(work);
  }
}
