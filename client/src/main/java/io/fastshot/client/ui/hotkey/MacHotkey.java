package io.fastshot.client.ui.hotkey;

import io.fastshot.client.ui.hotkey.KeyCombination.Modifier;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** A key on macOS, by the Carbon call that needs no permission. */
final class MacHotkey implements GlobalHotkey {
  private static final System.Logger LOG = System.getLogger(MacHotkey.class.getName());
  private static final int COMMAND = 1 << 8;
  private static final int SHIFT = 1 << 9;
  private static final int OPTION = 1 << 11;
  private static final int CONTROL = 1 << 12;

  /** Codes of places on the keyboard ({@code HIToolbox/Events.h}), in the order 0, 1, 2 ... */
  private static final String PLACES = "ASDFHGZXCV BQWERYT123465 97 80 OU IP LJ K    NM";

  /** Of F1, F2 ... */
  private static final int[] FUNCTION_KEYS = {
    122, 120, 99, 118, 96, 97, 98, 100, 101, 109, 103, 111
  };

  private final CarbonCalls calls;

  private MacHotkey(CarbonCalls calls) {
    this.calls = calls;
  }

  static State take(KeyCombination keys, Supplier<CarbonCalls> carbon, Runnable pressed)
      throws InterruptedException {
    try {
      CarbonCalls calls = carbon.get();
      int status = calls.register(code(keys), modifiers(keys), pressed);
      return switch (status) {
        case 0 -> new State.Active(new MacHotkey(calls));
        case CarbonCalls.EXISTS -> new State.Taken();
        default -> new State.Unavailable("macOS refuses this key (error " + status + ")", null);
      };
    } catch (TimeoutException | RuntimeException | LinkageError e) {
      LOG.log(System.Logger.Level.DEBUG, "macOS has no hotkeys", e);
      return new State.Unavailable("macOS did not answer", null);
    }
  }

  static int modifiers(KeyCombination keys) {
    return (keys.has(Modifier.META) ? COMMAND : 0)
        | (keys.has(Modifier.SHIFT) ? SHIFT : 0)
        | (keys.has(Modifier.ALT) ? OPTION : 0)
        | (keys.has(Modifier.CTRL) ? CONTROL : 0);
  }

  static int code(KeyCombination keys) {
    return keys.isFunctionKey()
        ? FUNCTION_KEYS[keys.functionKey() - 1]
        : PLACES.indexOf(keys.key());
  }

  @Override
  public void close() {
    calls.unregister();
  }
}
