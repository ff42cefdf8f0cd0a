package io.fastshot.client.ui.hotkey;

import java.util.Locale;
import java.util.Map;

/** A key that reaches the window while another one has the focus; for one platform. */
public interface GlobalHotkey extends AutoCloseable {

  /** Whether the key is ours. */
  sealed interface State {

    /** It works; close the hotkey to give it back. */
    record Active(GlobalHotkey hotkey) implements State {}

    /** Another program has it. */
    record Taken() implements State {}

    /** This desktop has no way to listen; the reason is for the log. */
    record Unavailable(String reason) implements State {}
  }

  /** Gives the key back. */
  @Override
  void close();

  /**
   * Takes Shift+F6. Blocks for some round trips to the local display; never throws for what the
   * desktop lacks.
   *
   * @param pressed called on a thread of the hotkey's own
   */
  static State take(Runnable pressed) {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (!os.contains("linux")) {
      return new State.Unavailable("not for " + os);
    }
    Map<String, String> environment = System.getenv();
    if (environment.getOrDefault("XDG_SESSION_TYPE", "").equals("wayland")) {
      // The X server of a Wayland desktop grants the grab and never sees keys of other windows.
      return new State.Unavailable("Wayland has no global keys for programs");
    }
    return XcbHotkey.take(pressed);
  }
}
