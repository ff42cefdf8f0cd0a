package io.fastshot.client.ui.hotkey;

import java.lang.foreign.MemorySegment;

/**
 * Shift+F6 under X11, by a passive grab on the root window: the key reaches us wherever the focus
 * is, and nobody else. Caps Lock and Num Lock are modifiers too, so it is grabbed with each of
 * them.
 */
final class XcbHotkey implements GlobalHotkey {
  private static final System.Logger LOG = System.getLogger(XcbHotkey.class.getName());
  private static final int KEYSYM_F6 = 0xFFC3;
  private static final int SHIFT = 1;
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

  static State take(Runnable pressed) {
    Xcb xcb;
    try {
      xcb = new Xcb();
    } catch (IllegalArgumentException | UnsupportedOperationException e) {
      LOG.log(System.Logger.Level.DEBUG, "no libxcb", e);
      return new State.Unavailable("libxcb is not installed");
    }
    MemorySegment connection = xcb.connect();
    if (xcb.hasError(connection)) {
      xcb.disconnect(connection);
      return new State.Unavailable("there is no X display");
    }
    int keycode = keycodeOfF6(xcb, connection);
    if (keycode == 0 || !grab(xcb, connection, keycode)) {
      xcb.disconnect(connection);
      return keycode == 0 ? new State.Unavailable("the keyboard has no F6") : new State.Taken();
    }
    XcbHotkey hotkey = new XcbHotkey(xcb, connection, pressed);
    Thread.ofPlatform().daemon().name("fastshot-hotkey").start(hotkey::listen);
    return new State.Active(hotkey);
  }

  private static boolean grab(Xcb xcb, MemorySegment connection, int keycode) {
    int root = xcb.root(connection);
    for (int locks : LOCKS) {
      if (!xcb.grab(connection, root, SHIFT | locks, keycode)) {
        return false;
      }
    }
    return true;
  }

  private static int keycodeOfF6(Xcb xcb, MemorySegment connection) {
    int[] range = xcb.keycodes(connection);
    int[][] keysyms = xcb.keysyms(connection, range[0], range[1] - range[0] + 1);
    for (int key = 0; key < keysyms.length; key++) {
      for (int keysym : keysyms[key]) {
        if (keysym == KEYSYM_F6) {
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
