package io.fastshot.indexer.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.indexer.TestLibrary;
import io.fastshot.indexer.commit.IndexBase;
import io.fastshot.indexer.commit.IndexCommitter;
import io.fastshot.indexer.observe.SessionObserver;
import io.fastshot.indexer.queue.Batch;
import io.fastshot.indexer.queue.RebuildPart;
import io.fastshot.indexer.run.Deadline;
import io.fastshot.indexer.run.Indexing;
import io.fastshot.indexer.run.Parallel;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.RebuildState;
import io.fastshot.model.SessionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
        new Indexing(
            library.bucket,
            _ -> {},
            library.config,
            library.now::get,
            new Random(seed),
            _ -> {},
            Parallel.sequential());
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
  void nobodyWaitsWhenEverySessionCouldBeRead() {
    library.put("a");
    library.changed("a", "b");
    assertThat(library.parts.clock().instant()).isEqualTo(TestLibrary.START);
  }

  @Test
  void aNewLineOfRevsStartsAboveTheLastOneThatWasSeen() {
    long seen = library.parts.clock().millis() + 1_000_000;
    OverallIndex index =
        new OverallIndex(seen, "n", null, true, null, 0, List.of(), List.of(), Map.of());
    Deadline deadline = Deadline.in(Duration.ofMinutes(1), library.parts.clock());
    BatchUpdate update =
        new BatchUpdate(
            library.parts,
            new SessionObserver(library.store, library.config),
            new Batch(new HashSet<>(ids("a")), List.of()),
            deadline);
    update.next(new IndexBase(index, null, true));
    OverallIndex anew = update.next(new IndexBase(OverallIndex.empty(), null, false)).orElseThrow();
    assertThat(anew.rev()).isEqualTo(seen + 1);
  }

  @Test
  void aMessageAloneIsNotHalved() {
    RebuildPart part = new RebuildPart("id", 0, RebuildState.Mode.ALL, OF_PART);
    assertThat(keptOf(new Batch(Set.of(), List.of(part)), 1)).isEqualTo(Set.copyOf(OF_PART));
  }
}
