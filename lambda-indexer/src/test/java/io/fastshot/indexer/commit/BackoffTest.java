package io.fastshot.indexer.commit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.indexer.TestLibrary;
import io.fastshot.indexer.run.Deadline;
import io.fastshot.indexer.run.Indexing;
import io.fastshot.indexer.run.Parallel;
import io.fastshot.indexer.run.Sleeper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final long SEED = 5;
  private final TestLibrary library = new TestLibrary();
  private final List<Duration> slept = new ArrayList<>();
  private final Duration wait =
      library.config.commit().waitAfter(1, new Random(SEED)); // what comes of that seed

  private boolean waited(Sleeper sleeper, Duration left) {
    Indexing parts =
        new Indexing(
            library.store,
            library.queue::addAll,
            library.config,
            library.now::get,
            new Random(SEED),
            sleeper,
            Parallel.sequential());
    return Backoff.waited(parts, 1, Deadline.in(left, parts.clock()));
  }

  @Test
  void waitsAsThePolicySays() {
    assertThat(wait).isPositive();
    assertThat(waited(slept::add, wait.plusMillis(1))).isTrue();
    assertThat(slept).containsExactly(wait);
  }

  @Test
  void doesNotWaitForWhatWouldBeTooLate() {
    assertThat(waited(slept::add, wait)).isFalse();
    assertThat(slept).isEmpty();
  }

  @Test
  void anInterruptEndsTheTriesAndStaysSet() {
    Sleeper interrupted =
        _ -> {
          throw new InterruptedException();
        };
    assertThat(waited(interrupted, wait.plusMillis(1))).isFalse();
    assertThat(Thread.interrupted()).isTrue();
  }
}
