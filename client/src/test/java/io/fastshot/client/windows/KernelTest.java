package io.fastshot.client.windows;

import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class KernelTest {
  /** A buffer of 200 by 300, cursor at 1, 7; the window shows the columns 10 to 129. */
  @Test
  void theWidthOfAConsoleIsThatOfItsWindow() {
    short[] info = {200, 300, 1, 7, 0x0F, 10, 5, 129, 34, 210, 60};
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment memory = arena.allocateFrom(JAVA_SHORT, info);
      assertThat(memory.byteSize()).isEqualTo(Kernel.SCREEN_BUFFER_BYTES);
      assertThat(Kernel.columns(memory)).isEqualTo(120);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void onOtherSystemsThereIsNoSuchConsole() {
    assertThat(WindowsConsole.columns()).isEmpty();
  }
}
