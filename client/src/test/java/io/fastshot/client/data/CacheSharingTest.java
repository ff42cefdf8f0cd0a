package io.fastshot.client.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.data.cache.CacheLock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheSharingTest {
  private static final int WRITERS = 8;
  private static final int ROUNDS = 20;

  @TempDir Path home;

  /** The other process: writes the cache of the home given. */
  static final class OtherProcess {
    private OtherProcess() {}

    public static void main(String[] args) {
      work(new Bucket(), Path.of(args[0]));
    }
  }

  private static boolean work(Bucket bucket, Path home) {
    for (int i = 0; i < ROUNDS; i++) {
      bucket.commit(Bucket.many(50 + i), List.of());
      try (Library library = bucket.open(home)) {
        library.refresh();
        if (!library.status().cache().problems().isEmpty()) {
          throw new IllegalStateException(library.status().cache().problems().toString());
        }
      }
    }
    return true;
  }

  @Test
  void writersInThreadsAndAnotherProcessLeaveAWholeCache()
      throws IOException, InterruptedException, ExecutionException {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                OtherProcess.class.getName(),
                home.toString())
            .redirectErrorStream(true)
            .start();
    try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
      List<Callable<Boolean>> tasks =
          IntStream.range(0, WRITERS)
              .<Callable<Boolean>>mapToObj(i -> () -> work(new Bucket(), home))
              .toList();
      for (Future<Boolean> done : threads.invokeAll(tasks)) {
        assertThat(done.get()).isTrue();
      }
    }
    String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(other.waitFor()).as(said).isZero();
    Bucket bucket = new Bucket();
    try (Library library = bucket.open(home)) {
      assertThat(library.cached().rows()).hasSizeBetween(50, 50 + ROUNDS);
      assertThat(library.status().cache().problems()).isEmpty();
    }
    try (Stream<Path> files = Files.walk(home)) {
      assertThat(files.map(Path::getFileName).map(Path::toString))
          .noneMatch(name -> name.endsWith(".tmp") || name.contains(".damaged"));
    }
  }

  @Test
  void aWriterThatWaitsTooLongSaysWhatToDo() throws IOException {
    Path file = home.resolve("cache_lock");
    CacheLock patient = new CacheLock(file, Duration.ofSeconds(5));
    patient.run(() -> {
      try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
        Future<?> other =
            thread.submit(() -> {
              new CacheLock(file, Duration.ofMillis(30)).run(() -> {});
              return null;
            });
        assertThat(other)
            .failsWithin(Duration.ofSeconds(5))
            .withThrowableThat()
            .havingCause()
            .withMessageContaining("another process")
            .withMessageContaining("cache_lock");
      }
    });
  }
}
