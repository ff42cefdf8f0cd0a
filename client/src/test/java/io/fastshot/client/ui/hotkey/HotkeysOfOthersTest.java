package io.fastshot.client.ui.hotkey;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.ui.hotkey.GlobalHotkey.State;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** All of the hotkeys of Windows and macOS but the calls themselves. */
class HotkeysOfOthersTest {

  /** Windows: a queue of messages. */
  private static final class FakeWindows implements HotkeyCalls {
    private final BlockingQueue<Integer> messages = new LinkedBlockingQueue<>();
    private final CountDownLatch given = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final int error;
    private volatile @Nullable Thread owner;

    FakeWindows(int error) {
      this.error = error;
    }

    @Override
    public int thread() {
      owner = Thread.currentThread();
      return 7;
    }

    @Override
    public int register(int modifiers, int key) {
      assertThat(modifiers).isEqualTo(0x4004);
      assertThat(key).isEqualTo(0x75);
      assertThat(Thread.currentThread()).isEqualTo(owner);
      return error;
    }

    @Override
    public int next() {
      assertThat(Thread.currentThread()).isEqualTo(owner);
      try {
        return messages.take();
      } catch (InterruptedException _) {
        return 0;
      }
    }

    @Override
    public void unregister() {
      assertThat(Thread.currentThread()).isEqualTo(owner);
      given.countDown();
    }

    @Override
    public void quit(int thread) {
      assertThat(thread).isEqualTo(7);
      messages.add(0);
    }

    @Override
    public void close() {
      ended.countDown();
    }
  }

  private static State windows(FakeWindows windows, Runnable pressed) throws InterruptedException {
    return WindowsHotkey.take(KeyCombination.SHIFT_F6, () -> windows, pressed);
  }

  @Test
  void aMessageOfTheKeyIsAPressAndOthersAreNot() throws Exception {
    FakeWindows windows = new FakeWindows(0);
    CountDownLatch pressed = new CountDownLatch(2);
    State state = windows(windows, pressed::countDown);
    windows.messages.add(HotkeyCalls.PRESSED);
    windows.messages.add(0x0113);
    windows.messages.add(HotkeyCalls.PRESSED);
    assertThat(pressed.await(30, TimeUnit.SECONDS)).isTrue();

    ((State.Active) state).hotkey().close();
    assertThat(windows.given.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(windows.ended.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void whatWindowsRefusesIsToldAsItIs() throws Exception {
    FakeWindows taken = new FakeWindows(1409);
    assertThat(windows(taken, () -> {})).isEqualTo(new State.Taken());
    assertThat(taken.ended.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(windows(new FakeWindows(87), () -> {}))
        .isEqualTo(new State.Unavailable("Windows refuses this key (error 87)", null));
    Supplier<HotkeyCalls> none =
        () -> {
          throw new UnsatisfiedLinkError("no user32");
        };
    assertThat(WindowsHotkey.take(KeyCombination.SHIFT_F6, none, () -> {}))
        .isInstanceOf(State.Unavailable.class);
  }

  /** macOS: an answer, and whoever waits for the key. */
  private static final class FakeMac implements CarbonCalls {
    private final int status;
    private boolean given;

    FakeMac(int status) {
      this.status = status;
    }

    @Override
    public int register(int key, int modifiers, Runnable pressed) throws TimeoutException {
      if (status == 1) {
        throw new TimeoutException();
      }
      pressed.run();
      return status;
    }

    @Override
    public void unregister() {
      given = true;
    }
  }

  @Test
  void macOsIsAskedOnceAndGetsItBack() throws Exception {
    CountDownLatch pressed = new CountDownLatch(1);
    FakeMac mac = new FakeMac(0);
    State state = MacHotkey.take(KeyCombination.CTRL_SHIFT_6, () -> mac, pressed::countDown);
    assertThat(pressed.getCount()).isZero();
    ((State.Active) state).hotkey().close();
    assertThat(mac.given).isTrue();
  }

  @Test
  void whatMacOsRefusesIsToldAsItIs() throws Exception {
    assertThat(mac(-9878)).isEqualTo(new State.Taken());
    assertThat(mac(-50))
        .isEqualTo(new State.Unavailable("macOS refuses this key (error -50)", null));
    assertThat(mac(1)).isEqualTo(new State.Unavailable("macOS did not answer", null));
  }

  private static State mac(int status) throws InterruptedException {
    return MacHotkey.take(KeyCombination.SHIFT_F6, () -> new FakeMac(status), () -> {});
  }
}
