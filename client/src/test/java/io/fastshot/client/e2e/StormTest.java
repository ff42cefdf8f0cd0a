package io.fastshot.client.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.fixtures.Extent;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Two processes put and delete sessions at random; afterwards the index is that of the bucket. */
final class StormTest {
  private static final int OPERATIONS = Extent.of(40, 200);

  /** Where each request is slow to get through. */
  private static final int FEW = 60;

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path home;

  @Test
  void twoStormsLeaveTheIndexOfTheBucket() throws Exception {
    try (ServeProcess serve = ServeProcess.start(home, home.resolve("data"), 0)) {
      Process one = storm(serve, 1);
      Process two = storm(serve, 2);
      assertThat(finish(one)).isEqualTo(OPERATIONS);
      assertThat(finish(two)).isEqualTo(OPERATIONS);
      assertIndexBecomesThatOfTheBucket(serve);
      assertThat(serve.stop()).as("exit code of serve after SIGTERM").isIn(0, 143);
    }
  }

  /**
   * So many requests fail that messages may die; each of those asks for a check by itself. Deaths
   * that are certain are tested in local-cloud.
   */
  @Test
  @EnabledIfSystemProperty(
      named = "fastshot.long",
      matches = "true",
      disabledReason = "-Plong only")
  void heavyFaultsLeaveTheIndexOfTheBucketWithoutAnybodyAskingForACheck() throws Exception {
    String faults = "lost=0.05,503=0.2,duplicate=2,reorder=1,seed=7";
    try (ServeProcess serve = ServeProcess.start(home, home.resolve("data"), 0, faults)) {
      Process one = storm(serve, 5, FEW);
      Process two = storm(serve, 6, FEW);
      assertThat(finish(one)).isEqualTo(FEW);
      assertThat(finish(two)).isEqualTo(FEW);
      assertThat(serve.differencesWithin(PATIENCE.multipliedBy(2))).isEmpty();
    }
  }

  @Test
  void aServerKilledInTheMiddleComesBackToTheIndexOfTheBucket() throws Exception {
    int port = freePort();
    Process one;
    Process two;
    try (ServeProcess serve = ServeProcess.start(home, home.resolve("data"), port)) {
      one = storm(serve, 3);
      two = storm(serve, 4);
      try (BufferedReader lines = one.inputReader(StandardCharsets.UTF_8)) {
        for (int i = 0; i < OPERATIONS / 2; i++) {
          assertThat(lines.readLine()).as("operation " + i + " of the first storm").isNotNull();
        }
        serve.kill();
        try (ServeProcess again = ServeProcess.start(home, home.resolve("data"), port)) {
          assertThat(OPERATIONS / 2 + lines.lines().count()).isEqualTo(OPERATIONS);
          assertThat(one.waitFor()).isZero();
          assertThat(finish(two)).isEqualTo(OPERATIONS);
          assertIndexBecomesThatOfTheBucket(again);
        }
      }
    }
  }

  private static Process storm(ServeProcess serve, long seed) throws IOException {
    return storm(serve, seed, OPERATIONS);
  }

  private static Process storm(ServeProcess serve, long seed, int operations) throws IOException {
    return ServeProcess.fork(
        Storm.class.getName(),
        new String[] {serve.endpoint().toString(), serve.region(), serve.bucket()},
        serve.accessKey(),
        serve.secretKey(),
        Long.toString(seed),
        Integer.toString(operations));
  }

  /** Waits for a storm's end; the number of operations that it did. */
  private static long finish(Process storm) throws IOException, InterruptedException {
    try (BufferedReader lines = storm.inputReader(StandardCharsets.UTF_8)) {
      long operations = lines.lines().count();
      assertThat(storm.waitFor()).as("exit code of a storm").isZero();
      return operations;
    }
  }

  private static void assertIndexBecomesThatOfTheBucket(ServeProcess serve)
      throws InterruptedException {
    assertThat(serve.differencesWithin(PATIENCE)).isEmpty();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
