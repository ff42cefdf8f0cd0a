package io.fastshot.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings that several processes change at once. */
class ClientSettingsTest {
  private static final int PROCESSES = 4;
  private static final int THREADS = 2;
  private static final int CHANGES_OF_EACH = 25;
  private static final String READY = "ready";

  @TempDir Path home;

  private static LibraryEntry entry(String name) {
    return new LibraryEntry(name, null, null, "us-east-1", name, "", null, "f", null);
  }

  /** Two threads of each process, because a file's lock is the process's. */
  @Test
  void changesMadeAtOnceAreAllKept() throws Exception {
    List<Process> writers = new ArrayList<>();
    try {
      for (int i = 0; i < PROCESSES; i++) {
        writers.add(writer("p" + i));
      }
      for (Process writer : writers) {
        assertThat(writer.inputReader().readLine()).isEqualTo(READY);
      }
      for (Process writer : writers) {
        writer.outputWriter().append('\n').close();
      }
      for (Process writer : writers) {
        assertThat(writer.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(writer.exitValue()).isZero();
      }
    } finally {
      writers.forEach(Process::destroyForcibly);
    }
    assertThat(ClientSettings.load(home).libraries())
        .hasSize(PROCESSES * THREADS * CHANGES_OF_EACH);
  }

  private Process writer(String name) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Writer.class.getName(),
            home.toString(),
            name)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** A process that changes the settings, once it is told to begin. */
  static final class Writer {
    public static void main(String... arguments) throws Exception {
      System.out.println(READY);
      int _ = System.in.read();
      try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
        List<Future<?>> all = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
          String name = arguments[1] + "-" + thread;
          all.add(threads.submit(() -> change(Path.of(arguments[0]), name)));
        }
        for (Future<?> one : all) {
          one.get();
        }
      }
    }

    private static boolean change(Path home, String name) throws IOException {
      for (int i = 0; i < CHANGES_OF_EACH; i++) {
        LibraryEntry next = entry(name + "-" + i);
        ClientSettings.change(home, settings -> settings.with(next));
      }
      return true;
    }
  }

  @Test
  void aDamagedFileIsToldByItsNameAndKept() throws IOException {
    Path file = Files.writeString(home.resolve("settings.json"), "{\"libraries\":");
    assertThatThrownBy(() -> ClientSettings.change(home, s -> s.with(entry("a"))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString());
    assertThat(file).hasContent("{\"libraries\":");
  }
}
