package io.fastshot.client.ui.hotkey;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A key that reaches the window while another one has the focus; for one platform. */
public interface GlobalHotkey extends AutoCloseable {

  /** Whether the key is ours. */
  sealed interface State {

    /** It works; close the hotkey to give it back. */
    record Active(GlobalHotkey hotkey) implements State {}

    /** Another program has it. */
    record Taken() implements State {}

    /**
     * This desktop has no way to listen.
     *
     * @param reason a sentence for the person, without a full stop
     * @param command what binds the key in this desktop's own settings; null if nothing is known
     */
    record Unavailable(String reason, @Nullable String command) implements State {}
  }

  /** Gives the key back. */
  @Override
  void close();

  /**
   * Takes a key. Blocks for some round trips to the local display; never throws for what the
   * desktop lacks.
   *
   * @param keys which
   * @param pressed called on a thread of the hotkey's own
   */
  static State take(KeyCombination keys, Runnable pressed) throws InterruptedException {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (os.contains("win")) {
      return WindowsHotkey.take(keys, User32::new, pressed);
    }
    if (os.contains("mac")) {
      return MacHotkey.take(keys, Carbon::new, pressed);
    }
    Map<String, String> environment = System.getenv();
    if (environment.getOrDefault("XDG_SESSION_TYPE", "").equals("wayland")) {
      // The X server of a Wayland desktop grants the grab and never sees keys of other windows.
      return new WaylandAdvice(environment, System.getProperties()).unavailable(keys);
    }
    return XcbHotkey.take(keys, pressed);
  }
}
