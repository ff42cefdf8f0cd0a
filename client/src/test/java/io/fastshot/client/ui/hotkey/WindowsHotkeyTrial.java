package io.fastshot.client.ui.hotkey;

import io.fastshot.client.ui.hotkey.GlobalHotkey.State;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Tries the hotkey on Windows itself: {@code .ci/distribution} compiles and runs it there. Prints
 * what it saw; the exit code is 0 if that is right.
 */
final class WindowsHotkeyTrial {
  private WindowsHotkeyTrial() {}

  public static void main(String[] args) throws Exception {
    CountDownLatch pressed = new CountDownLatch(2);
    State first = GlobalHotkey.take(KeyCombination.SHIFT_F6, pressed::countDown);
    check("Shift+F6 is ours", first instanceof State.Active);
    WindowsHotkey hotkey = (WindowsHotkey) ((State.Active) first).hotkey();
    check("taken, says the second", take() instanceof State.Taken);
    try (User32 windows = new User32()) {
      for (int i = 0; i < 2; i++) {
        check("WM_HOTKEY posted", windows.post(hotkey.thread(), HotkeyCalls.PRESSED));
      }
    }
    check("pressed twice", pressed.await(30, TimeUnit.SECONDS));
    hotkey.close();
    State again = take();
    for (int i = 0; i < 100 && again instanceof State.Taken; i++) {
      Thread.sleep(50);
      again = take();
    }
    check("ours again after it was given back", again instanceof State.Active);
    ((State.Active) again).hotkey().close();
  }

  private static State take() throws InterruptedException {
    return GlobalHotkey.take(KeyCombination.SHIFT_F6, () -> {});
  }

  private static void check(String what, boolean right) {
    System.out.println((right ? "yes: " : "NO: ") + what);
    if (!right) {
      System.exit(1);
    }
  }
}
