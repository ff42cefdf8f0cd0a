package io.fastshot.client.cli.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningWindowTest {
  @TempDir Path home;

  @Test
  void aSecondStartRaisesTheFirstWindowUntilItCloses() throws IOException {
    AtomicInteger raised = new AtomicInteger();
    assertThat(RunningWindow.raise(home)).isFalse();
    try (RunningWindow _ = RunningWindow.listen(home, raised::incrementAndGet)) {
      assertThat(RunningWindow.raise(home)).isTrue();
      assertThat(RunningWindow.raise(home)).isTrue();
      assertThat(raised).hasValue(2);
    }
    assertThat(RunningWindow.raise(home)).isFalse();
  }

  @Test
  void whoDoesNotKnowTheTokenIsNotHeard() throws IOException {
    AtomicInteger raised = new AtomicInteger();
    try (RunningWindow _ = RunningWindow.listen(home, raised::incrementAndGet)) {
      Path file = home.resolve("window.port");
      String port = Files.readAllLines(file).getFirst();
      Files.writeString(file, port + "\nwrong\n");
      assertThat(RunningWindow.raise(home)).isFalse();
      assertThat(raised).hasValue(0);
    }
  }

  @Test
  void aFileLeftByADeadWindowOrDamagedIsNoWindow() throws IOException {
    Path file = home.resolve("window.port");
    Files.writeString(file, "9\ntoken\n");
    assertThat(RunningWindow.raise(home)).isFalse();
    Files.writeString(file, "garbage");
    assertThat(RunningWindow.raise(home)).isFalse();
    Files.writeString(file, "99999\ntoken\n");
    assertThat(RunningWindow.raise(home)).isFalse();
  }
}
