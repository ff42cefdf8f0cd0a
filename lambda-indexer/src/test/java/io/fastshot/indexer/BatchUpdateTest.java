package io.fastshot.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.model.RebuildState;
import io.fastshot.model.SessionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a batch gives back when it loses too often. */
class BatchUpdateTest {
  private static final int TRIES = 30;
  private static final List<SessionId> OF_PART = ids("p", "q", "r");

  private final TestLibrary library = new TestLibrary();

  private static List<SessionId> ids(String... bases) {
    return List.of(bases).stream().map(TestLibrary::id).toList();
  }

  private Set<SessionId> keptOf(Batch batch, int seed) {
    Indexing parts =
        new Indexing(library.bucket, _ -> {}, library.config, library.now::get, new Random(seed));
    SessionObserver observer = new SessionObserver(parts.store(), parts.config());
    Deadline deadline = Deadline.in(Duration.ofMinutes(1), parts.clock());
    BatchUpdate update = new BatchUpdate(parts, observer, batch, deadline);
    IndexBase base = new IndexCommitter(parts).read();
    assertThat(update.next(base)).isPresent();
    update.halve();
    Set<SessionId> kept = new HashSet<>(batch.ids());
    kept.removeAll(update.unsettled());
    assertThat(update.next(base)).as("what is kept is still installed").isPresent();
    return kept;
  }

  @Test
  void halfOfTheMessagesGoBackAndNotAlwaysTheSame() {
    Batch batch = new Batch(new HashSet<>(ids("a", "b", "c", "d")), List.of());
    Set<SessionId> everKept = new HashSet<>();
    for (int seed = 0; seed < TRIES; seed++) {
      Set<SessionId> kept = keptOf(batch, seed);
      assertThat(kept).hasSize(2);
      everKept.addAll(kept);
    }
    assertThat(everKept).isEqualTo(batch.ids());
  }

  @Test
  void aPartOfARebuildIsKeptOrGivenBackWhole() {
    RebuildPart part = new RebuildPart("id", 0, RebuildState.Mode.ALL, OF_PART);
    Batch batch = new Batch(Set.of(TestLibrary.id("a")), List.of(part));
    List<Set<SessionId>> outcomes = new ArrayList<>();
    for (int seed = 0; seed < TRIES; seed++) {
      outcomes.add(keptOf(batch, seed));
    }
    assertThat(Set.copyOf(outcomes))
        .containsExactlyInAnyOrder(Set.copyOf(OF_PART), Set.of(TestLibrary.id("a")));
  }

  @Test
  void aMessageAloneIsNotHalved() {
    RebuildPart part = new RebuildPart("id", 0, RebuildState.Mode.ALL, OF_PART);
    assertThat(keptOf(new Batch(Set.of(), List.of(part)), 1)).isEqualTo(Set.copyOf(OF_PART));
  }
}
