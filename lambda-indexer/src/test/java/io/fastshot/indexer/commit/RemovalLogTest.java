package io.fastshot.indexer.commit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.model.Removal;
import io.fastshot.model.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RemovalLogTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  /** Removals of revs {@code count} down to 1. */
  private static List<Removal> removals(int count, @Nullable Instant at) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Removal(new SessionId("s" + i), count - i, at))
        .toList();
  }

  @Test
  void aThousandAreKeptHoweverOld() {
    RemovalLog log = new RemovalLog(removals(1_000, Instant.EPOCH), 5).pruned(NOW);
    assertThat(log.removed()).hasSize(1_000);
    assertThat(log.floor()).isEqualTo(5);
  }

  @Test
  void olderOnesBeyondThatAreDroppedAndRaiseTheFloor() {
    Instant old = NOW.minus(Duration.ofDays(8));
    RemovalLog log = new RemovalLog(removals(1_500, old), 5).pruned(NOW);
    assertThat(log.removed()).hasSize(1_000);
    assertThat(log.floor()).isEqualTo(500);
    assertThat(log.removed().getLast().rev()).isEqualTo(501);
  }

  @Test
  void thoseWithoutATimeAreOld() {
    assertThat(new RemovalLog(removals(1_500, null), 5).pruned(NOW).floor()).isEqualTo(500);
  }

  @Test
  void youngOnesAreKeptUpToTheCap() {
    Instant young = NOW.minus(Duration.ofDays(6));
    assertThat(new RemovalLog(removals(5_000, young), 0).pruned(NOW).removed()).hasSize(5_000);
    RemovalLog capped = new RemovalLog(removals(20_003, young), 0).pruned(NOW);
    assertThat(capped.removed()).hasSize(20_000);
    assertThat(capped.floor()).isEqualTo(3);
  }
}
