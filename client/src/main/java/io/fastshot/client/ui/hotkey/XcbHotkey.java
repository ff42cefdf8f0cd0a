package io.fastshot.client.ui.hotkey;

import io.fastshot.client.ui.hotkey.KeyCombination.Modifier;
import java.lang.foreign.MemorySegment;

/**
 * A key under X11, by a passive grab on the root window: it reaches us wherever the focus is, and
 * nobody else. Caps Lock and Num Lock are modifiers too, so it is grabbed with each of them.
 */
final class XcbHotkey implements GlobalHotkey {
  private static final System.Logger LOG = System.getLogger(XcbHotkey.class.getName());
  private static final int KEYSYM_F1 = 0xFFBE;
  private static final int SHIFT = 1;
  private static final int CONTROL = 4;
  private static final int ALT = 8;
  private static final int SUPER = 64;
  private static final int CAPS_LOCK = 2;
  private static final int NUM_LOCK = 16;
  private static final int[] LOCKS = {0, CAPS_LOCK, NUM_LOCK, CAPS_LOCK | NUM_LOCK};
  private static final int KEY_PRESS = 2;
  private static final int POLL_MILLIS = 250;

  private final Xcb xcb;
  private final MemorySegment connection;
  private final Runnable pressed;
  private volatile boolean closed;

  private XcbHotkey(Xcb xcb, MemorySegment connection, Runnable pressed) {
    this.xcb = xcb;
    this.connection = connection;
    this.pressed = pressed;
  }

  static State take(KeyCombination keys, Runnable pressed) {
    Xcb xcb;
    try {
      xcb = new Xcb();
    } catch (IllegalArgumentException | UnsupportedOperationException e) {
      LOG.log(System.Logger.Level.DEBUG, "no libxcb", e);
      return new State.Unavailable("libxcb is not installed here", null);
    }
    MemorySegment connection = xcb.connect();
    if (xcb.hasError(connection)) {
      xcb.disconnect(connection);
      return new State.Unavailable("There is no X display", null);
    }
    int keycode = keycode(xcb, connection, keysym(keys));
    if (keycode == 0 || !grab(xcb, connection, modifiers(keys), keycode)) {
      xcb.disconnect(connection);
      return keycode == 0
          ? new State.Unavailable("The keyboard has no key " + keys.key(), null)
          : new State.Taken();
    }
    XcbHotkey hotkey = new XcbHotkey(xcb, connection, pressed);
    Thread.ofPlatform().daemon().name("fastshot-hotkey").start(hotkey::listen);
    return new State.Active(hotkey);
  }

  private static boolean grab(Xcb xcb, MemorySegment connection, int modifiers, int keycode) {
    int root = xcb.root(connection);
    for (int locks : LOCKS) {
      if (!xcb.grab(connection, root, modifiers | locks, keycode)) {
        return false;
      }
    }
    return true;
  }

  static int modifiers(KeyCombination keys) {
    return (keys.has(Modifier.SHIFT) ? SHIFT : 0)
        | (keys.has(Modifier.CTRL) ? CONTROL : 0)
        | (keys.has(Modifier.ALT) ? ALT : 0)
        | (keys.has(Modifier.META) ? SUPER : 0);
  }

  /** Letters have their own, small; digits too. */
  static int keysym(KeyCombination keys) {
    return keys.isFunctionKey()
        ? KEYSYM_F1 + keys.functionKey() - 1
        : Character.toLowerCase(keys.key().charAt(0));
  }

  private static int keycode(Xcb xcb, MemorySegment connection, int wanted) {
    int[] range = xcb.keycodes(connection);
    int[][] keysyms = xcb.keysyms(connection, range[0], range[1] - range[0] + 1);
    for (int key = 0; key < keysyms.length; key++) {
      for (int keysym : keysyms[key]) {
        if (keysym == wanted) {
          return range[0] + key;
        }
      }
    }
    return 0;
  }

  private void listen() {
    while (!closed && !xcb.hasError(connection)) {
      xcb.await(connection, POLL_MILLIS);
      for (int event = xcb.nextEvent(connection); event != 0; event = xcb.nextEvent(connection)) {
        if (event == KEY_PRESS && !closed) {
          pressed.run();
        }
      }
    }
    // The server gives the grabs back when the connection goes.
    xcb.disconnect(connection);
  }

  @Override
  public void close() {
    closed = true;
  }
}
