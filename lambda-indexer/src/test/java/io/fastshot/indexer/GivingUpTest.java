package io.fastshot.indexer;

import static io.fastshot.indexer.ScriptedStore.Verb.GET;
import static io.fastshot.indexer.ScriptedStore.Verb.PUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.indexer.commit.IndexBase;
import io.fastshot.indexer.commit.IndexCommitter;
import io.fastshot.indexer.commit.IndexMerge;
import io.fastshot.indexer.commit.Nonces;
import io.fastshot.indexer.queue.Batch;
import io.fastshot.indexer.queue.RebuildPart;
import io.fastshot.indexer.run.CommitPolicy;
import io.fastshot.indexer.run.Deadline;
import io.fastshot.indexer.run.Parallel;
import io.fastshot.indexer.update.SessionIndexer;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.RebuildState;
import io.fastshot.model.SessionId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a commit ends without success, and what is told then. */
class GivingUpTest {
  private static final String INDEX = "overall_meta.json";
  private static final SessionId A = TestLibrary.id("a");
  private static final SessionId B = TestLibrary.id("b");
  private static final int ATTEMPTS = CommitPolicy.DEFAULT.attempts();

  private final TestLibrary library = new TestLibrary();
  private final IndexCommitter committer = new IndexCommitter(library.parts);
  private final SessionIndexer indexer = new SessionIndexer(library.parts);

  @BeforeEach
  void anIndexOfTwoSessions() {
    library.put("a");
    library.put("b");
    library.changed("a", "b");
    library.drain();
    library.store.forget();
  }

  /** A version without a change. */
  private final class Touch implements IndexCommitter.Change {
    @Override
    public Optional<OverallIndex> next(IndexBase base) {
      String nonce = Nonces.next(library.parts.random());
      OverallIndex index = base.index();
      return Optional.of(
          new IndexMerge(index, nonce, library.parts.clock().instant())
              .rebuilding(index.rebuild(), index.complete()));
    }

    @Override
    public void halve() {
      // There is nothing to ask less of.
    }
  }

  private Deadline in(Duration time) {
    return Deadline.in(time, library.parts.clock());
  }

  private void othersInstallEachTime() {
    IndexCommitter others =
        new IndexCommitter(library.parts(library.bucket, Parallel.sequential()));
    library.store.before(
        PUT, INDEX, 1_000, () -> others.commit(new Touch(), in(Duration.ofMinutes(1))));
  }

  @Test
  void whoGivesUpSaysHowOftenOthersWereFaster() {
    othersInstallEachTime();
    assertThat(committer.commit(new Touch(), in(Duration.ofMinutes(1))))
        .isEqualTo(
            new IndexCommitter.Outcome.GaveUp(
                ATTEMPTS, "other writers were faster " + ATTEMPTS + " times"));
  }

  @Test
  void nothingIsTriedWhenThereIsNoTime() {
    assertThat(committer.commit(new Touch(), in(Duration.ZERO)))
        .isEqualTo(new IndexCommitter.Outcome.GaveUp(0, "no time was left"));
    assertThat(library.store.requests()).isEmpty();
  }

  @Test
  void nothingIsTriedAgainWhenTheWaitWouldTakeTooLong() {
    othersInstallEachTime();
    assertThat(committer.commit(new Touch(), in(Duration.ofNanos(1))))
        .isEqualTo(new IndexCommitter.Outcome.GaveUp(1, "other writers were faster 1 times"));
  }

  @Test
  void aSessionIsNotLookedAtAgainWhenTheWaitWouldTakeTooLong() {
    library.store.before(GET, "sessions/b", 1, ScriptedStore.unavailable());
    SessionIndexer.Result result =
        indexer.update(new Batch(Set.of(A, B), List.of()), in(Duration.ofNanos(1)));
    assertThat(result.failed()).containsExactly(B);
    assertThat(library.store.count(GET, "sessions/b")).isEqualTo(1);
  }

  @Test
  void whyASessionCouldNotBeReadIsTold() {
    library.store.before(GET, "sessions/b", 1, ScriptedStore.denied());
    SessionIndexer.Result result =
        indexer.update(new Batch(Set.of(A, B), List.of()), in(Duration.ofMinutes(1)));
    assertThat(result.failed()).containsExactly(B);
    assertThat(result.reasons())
        .singleElement()
        .satisfies(reason -> assertThat(reason).contains("b.fastshot").contains("403"));
  }

  @Test
  void sessionsOfACancelledRebuildDoNotComeBackWithTheRest() {
    library.rebuild("{\"mode\":\"all\"}");
    String id = Objects.requireNonNull(library.index().rebuild()).id();
    library.rebuild("{\"action\":\"cancel\"}");
    othersInstallEachTime();
    RebuildPart part = new RebuildPart(id, 0, RebuildState.Mode.ALL, List.of(B));
    SessionIndexer.Result result =
        indexer.update(new Batch(Set.of(A), List.of(part)), in(Duration.ofMinutes(1)));
    assertThat(result.installed()).isNull();
    assertThat(result.failed()).containsExactly(A);
  }
}
