package io.fastshot.client.ui.hotkey;

import io.fastshot.client.ui.hotkey.KeyCombination.Modifier;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/**
 * A key on Windows: {@code RegisterHotKey} sends its messages to the thread that called it, so that
 * thread waits for them and does nothing else.
 */
final class WindowsHotkey implements GlobalHotkey {
  private static final System.Logger LOG = System.getLogger(WindowsHotkey.class.getName());
  private static final int ALT = 1;
  private static final int CONTROL = 2;
  private static final int SHIFT = 4;
  private static final int WINDOWS = 8;

  /** A key that is held down counts once. */
  private static final int NO_REPEAT = 0x4000;

  private static final int F1 = 0x70;

  private final KeyCombination keys;
  private final HotkeyCalls calls;
  private final Runnable pressed;
  private final CompletableFuture<State> state = new CompletableFuture<>();
  private volatile boolean closed;
  private volatile int thread;

  private WindowsHotkey(KeyCombination keys, HotkeyCalls calls, Runnable pressed) {
    this.keys = keys;
    this.calls = calls;
    this.pressed = pressed;
  }

  static State take(KeyCombination keys, Supplier<HotkeyCalls> windows, Runnable pressed)
      throws InterruptedException {
    try {
      WindowsHotkey hotkey = new WindowsHotkey(keys, windows.get(), pressed);
      Thread.ofPlatform().daemon().name("fastshot-hotkey").start(hotkey::run);
      return hotkey.state.get();
    } catch (ExecutionException | RuntimeException | LinkageError e) {
      LOG.log(System.Logger.Level.DEBUG, "Windows has no hotkeys", e);
      return new State.Unavailable("Windows did not answer", null);
    }
  }

  private void run() {
    try (calls) {
      thread = calls.thread();
      int error = calls.register(modifiers(keys), code(keys));
      if (error != 0) {
        state.complete(
            error == HotkeyCalls.ALREADY_REGISTERED
                ? new State.Taken()
                : new State.Unavailable("Windows refuses this key (error " + error + ")", null));
        return;
      }
      state.complete(new State.Active(this));
      listen();
      calls.unregister();
    } catch (RuntimeException | Error e) {
      state.completeExceptionally(e);
      throw e;
    }
  }

  private void listen() {
    int message = calls.next();
    while (message != 0 && !closed) {
      if (message == HotkeyCalls.PRESSED) {
        pressed.run();
      }
      message = calls.next();
    }
  }

  static int modifiers(KeyCombination keys) {
    return NO_REPEAT
        | (keys.has(Modifier.ALT) ? ALT : 0)
        | (keys.has(Modifier.CTRL) ? CONTROL : 0)
        | (keys.has(Modifier.SHIFT) ? SHIFT : 0)
        | (keys.has(Modifier.META) ? WINDOWS : 0);
  }

  /** Letters and digits have their ASCII codes. */
  static int code(KeyCombination keys) {
    return keys.isFunctionKey() ? F1 + keys.functionKey() - 1 : keys.key().charAt(0);
  }

  /** The thread that waits for messages. */
  int thread() {
    return thread;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      calls.quit(thread);
    }
  }
}
