package io.fastshot.client.cli.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastshot.fixtures.Fixtures;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningWindowTest {
  @TempDir Path home;

  @Test
  void aSecondStartRaisesTheFirstWindowUntilItCloses() throws IOException {
    AtomicInteger raised = new AtomicInteger();
    assertThat(RunningWindow.raise(home, List.of())).isFalse();
    try (RunningWindow _ = RunningWindow.listen(home, _ -> raised.incrementAndGet())) {
      assertThat(RunningWindow.raise(home, List.of())).isTrue();
      assertThat(RunningWindow.raise(home, List.of())).isTrue();
      assertThat(raised).hasValue(2);
    }
    assertThat(RunningWindow.raise(home, List.of())).isFalse();
  }

  /** A double click while the window is open: the sessions arrive there, whatever their letters. */
  @Test
  void aSecondStartGivesTheFirstItsSessions() throws IOException {
    List<List<Path>> raised = new ArrayList<>();
    List<Path> sessions = List.of(home.resolve("会议 🎉.fastshot"), home.resolve("b.fastshot"));
    try (RunningWindow _ = RunningWindow.listen(home, raised::add)) {
      assertThat(RunningWindow.raise(home, sessions)).isTrue();
      assertThat(RunningWindow.raise(home, List.of())).isTrue();
      assertThat(raised).containsExactly(sessions, List.of());
      Path file = home.resolve("window.port");
      Files.writeString(file, Files.readAllLines(file).getFirst() + "\n" + "0".repeat(32) + "\n");
      assertThat(RunningWindow.raise(home, sessions)).isFalse();
    }
  }

  @Test
  void whoDoesNotKnowTheTokenIsNotHeard() throws IOException {
    AtomicInteger raised = new AtomicInteger();
    try (RunningWindow _ = RunningWindow.listen(home, _ -> raised.incrementAndGet())) {
      Path file = home.resolve("window.port");
      String port = Files.readAllLines(file).getFirst();
      Files.writeString(file, port + "\nwrong\n");
      assertThat(RunningWindow.raise(home, List.of())).isFalse();
      assertThat(raised).hasValue(0);
    }
  }

  @Test
  void aFileLeftByADeadWindowOrDamagedIsNoWindow() throws IOException {
    Path file = home.resolve("window.port");
    Files.writeString(file, "9\ntoken\n");
    assertThat(RunningWindow.raise(home, List.of())).isFalse();
    Files.writeString(file, "garbage");
    assertThat(RunningWindow.raise(home, List.of())).isFalse();
    Files.writeString(file, "99999\ntoken\n");
    assertThat(RunningWindow.raise(home, List.of())).isFalse();
  }

  @Test
  void whatIsNoTextOrNoFileIsNoWindow() throws IOException {
    Path file = home.resolve("window.port");
    Files.copy(Fixtures.field("window.port"), file);
    assertThat(RunningWindow.raise(home, List.of())).isFalse();
    try (RunningWindow _ = RunningWindow.listen(home, _ -> {})) {
      assertThat(RunningWindow.raise(home, List.of())).as("the file was replaced").isTrue();
    }
    Files.createDirectories(file.resolve("not empty"));
    assertThat(RunningWindow.raise(home, List.of())).isFalse();
    assertThatThrownBy(() -> RunningWindow.listen(home, _ -> {})).isInstanceOf(IOException.class);
    try (Stream<Path> left = Files.list(home)) {
      assertThat(left).containsExactly(file);
    }
  }

  /** The caller that has something to say does not wait for those that have nothing. */
  @Test
  void silentCallersKeepNobodyWaiting() throws IOException {
    AtomicInteger raised = new AtomicInteger();
    List<Socket> silent = new ArrayList<>();
    try (RunningWindow _ = RunningWindow.listen(home, _ -> raised.incrementAndGet())) {
      int port = Integer.parseInt(Files.readAllLines(home.resolve("window.port")).getFirst());
      for (int i = 0; i < 5; i++) {
        silent.add(new Socket(InetAddress.getLoopbackAddress(), port));
      }
      assertThat(RunningWindow.raise(home, List.of())).isTrue();
      assertThat(raised).hasValue(1);
    } finally {
      for (Socket socket : silent) {
        socket.close();
      }
    }
  }
}
