package io.fastshot.client.ui.hotkey;

import java.util.concurrent.TimeoutException;

/** What macOS does for one hotkey. */
interface CarbonCalls {
  /** {@code eventHotKeyExistsErr}: another program has the key for itself alone. */
  int EXISTS = -9878;

  /**
   * Asks for a key; blocks until the main thread of the program has done so.
   *
   * @param pressed called on the main thread
   * @return 0, or the error of macOS
   * @throws TimeoutException if the main thread does not answer
   */
  int register(int key, int modifiers, Runnable pressed)
      throws InterruptedException, TimeoutException;

  /** Gives the key back, soon. */
  void unregister();
}
