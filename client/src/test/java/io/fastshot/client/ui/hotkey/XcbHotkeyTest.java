package io.fastshot.client.ui.hotkey;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.display.WindowTest;
import io.fastshot.client.ui.hotkey.GlobalHotkey.State;
import java.awt.Robot;
import java.awt.event.KeyEvent;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@WindowTest
@EnabledOnOs(OS.LINUX)
final class XcbHotkeyTest {
  @Test
  void keyReachesUsWithoutAnyWindowAndASecondTakerIsTold() throws Exception {
    CountDownLatch pressed = new CountDownLatch(1);
    State first = takeFromClosedWindows(pressed::countDown);
    assertThat(first).isInstanceOf(State.Active.class);
    try (GlobalHotkey _ = ((State.Active) first).hotkey()) {
      assertThat(XcbHotkey.take(KeyCombination.SHIFT_F6, () -> {})).isInstanceOf(State.Taken.class);
      Robot robot = new Robot();
      robot.keyPress(KeyEvent.VK_SHIFT);
      robot.keyPress(KeyEvent.VK_F6);
      robot.keyRelease(KeyEvent.VK_F6);
      robot.keyRelease(KeyEvent.VK_SHIFT);
      assertThat(pressed.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  /** Windows that other tests have closed give the key back within a quarter of a second. */
  private static State takeFromClosedWindows(Runnable pressed) throws InterruptedException {
    State state = XcbHotkey.take(KeyCombination.SHIFT_F6, pressed);
    for (int i = 0; i < 100 && state instanceof State.Taken; i++) {
      Thread.sleep(50);
      state = XcbHotkey.take(KeyCombination.SHIFT_F6, pressed);
    }
    return state;
  }
}
