package io.fastshot.client.ui.hotkey;

/** What Windows does for a hotkey; all but {@link #quit} on the one thread that registers it. */
interface HotkeyCalls extends AutoCloseable {
  /** The error of Windows for a key that another program has. */
  int ALREADY_REGISTERED = 1409;

  /** The message that the key was pressed. */
  int PRESSED = 0x0312;

  /** The number of the calling thread, which has a queue of messages from now on. */
  int thread();

  /**
   * Asks for a key; its messages come to the calling thread.
   *
   * @return 0, or the error of Windows
   */
  int register(int modifiers, int key);

  /** Waits for the next message; 0 if that is the end. */
  int next();

  /** Gives the key back. */
  void unregister();

  /** Ends the wait of a thread. From any thread. */
  void quit(int thread);

  @Override
  void close();
}
