package io.fastshot.indexer.commit;

import static io.fastshot.indexer.ScriptedStore.Verb.GET;
import static io.fastshot.indexer.ScriptedStore.Verb.PUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.indexer.IndexerHandler;
import io.fastshot.indexer.ScriptedStore;
import io.fastshot.indexer.TestContext;
import io.fastshot.indexer.TestLibrary;
import io.fastshot.indexer.queue.Batch;
import io.fastshot.indexer.run.CommitPolicy;
import io.fastshot.indexer.run.Deadline;
import io.fastshot.indexer.run.Indexing;
import io.fastshot.indexer.run.Parallel;
import io.fastshot.indexer.update.SessionIndexer;
import io.fastshot.model.SessionId;
import io.fastshot.store.Precondition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class IndexCommitterTest {
  private static final String INDEX = "overall_meta.json";
  private final TestLibrary library = new TestLibrary();
  private final IndexerHandler other =
      new IndexerHandler(library.parts(library.bucket, Parallel.sequential()));

  /** Another handler, which reaches the bucket without being noted. */
  private void otherIndexes(String... bases) {
    var event = TestLibrary.batch(List.of(library.event(bases)));
    assertThat(TestLibrary.failures(other.handleRequest(event, new TestContext()))).isEmpty();
  }

  private void seeded() {
    library.put("seed");
    library.changed("seed");
    library.queue.clear();
    library.store.forget();
  }

  @Test
  void disjointBatchesDoNotRedoTheirReads() {
    seeded();
    library.put("mine");
    library.put("theirs");
    library.store.before(PUT, INDEX, 1, () -> otherIndexes("theirs"));
    library.changed("mine");

    assertThat(library.store.count(GET, "sessions/mine")).isEqualTo(1);
    assertThat(library.store.count(PUT, INDEX)).isEqualTo(2);
    library.assertIndexIsRight();
  }

  @Test
  void aKeyThatAnotherWriterTouchedIsObservedAgain() {
    seeded();
    library.put("a", TestLibrary.session("old"));
    library.put("b");
    library.store.before(
        PUT,
        INDEX,
        1,
        () -> {
          library.put("a", TestLibrary.session("new"));
          otherIndexes("a");
        });
    library.changed("a", "b");

    assertThat(library.store.count(GET, "sessions/a")).isEqualTo(2);
    assertThat(library.store.count(GET, "sessions/b")).isEqualTo(1);
    library.assertIndexIsRight();
  }

  @Test
  void aTouchThatChangedNoRowIsSeenByTheRebase() {
    // Killed by comparing values instead of revs: the row is the same before and after.
    library.put("a", TestLibrary.session("one"));
    library.changed("a");
    library.put("a", TestLibrary.session("two"));
    library.store.before(
        PUT,
        INDEX,
        1,
        () -> {
          library.put("a", TestLibrary.session("one"));
          otherIndexes("a");
        });
    library.changed("a");
    assertThat(library.row("a").orElseThrow().meta().src())
        .isEqualTo(library.bucket.head("sessions/a.fastshot").orElseThrow().etag().value());
    library.assertIndexIsRight();
  }

  private void whileMineIsRead(Runnable action) {
    library.store.before(
        GET,
        "sessions/mine",
        1,
        () -> {
          library.pass(Duration.ofSeconds(1));
          action.run();
        });
  }

  @Test
  void whoObservedForLongLooksWhetherItsBaseIsStillTheNewest() {
    seeded();
    library.put("mine");
    library.put("theirs");
    whileMineIsRead(() -> otherIndexes("theirs"));
    library.changed("mine");

    assertThat(library.store.count(GET, INDEX)).isEqualTo(2);
    assertThat(library.store.count(GET, "sessions/mine")).isEqualTo(1);
    assertThat(library.store.count(PUT, INDEX)).as("no write in vain").isEqualTo(1);
    library.assertIndexIsRight();
  }

  @Test
  void theSecondLookTellsWhatOthersTouched() {
    seeded();
    library.put("a", TestLibrary.session("old"));
    library.put("mine");
    whileMineIsRead(() -> {
      library.put("a", TestLibrary.session("new"));
      otherIndexes("a");
    });
    library.changed("a", "mine");

    assertThat(library.store.count(GET, "sessions/a")).isEqualTo(2);
    assertThat(library.store.count(GET, "sessions/mine")).isEqualTo(1);
    assertThat(library.store.count(PUT, INDEX)).isEqualTo(1);
    library.assertIndexIsRight();
  }

  @Test
  void aSecondLookThatFindsNothingNewCostsOneRequest() {
    seeded();
    library.put("mine");
    whileMineIsRead(() -> {});
    library.changed("mine");
    assertThat(library.store.count(GET, INDEX)).isEqualTo(2);
    assertThat(library.store.count(GET, "sessions/mine")).isEqualTo(1);
    assertThat(library.store.count(PUT, INDEX)).isEqualTo(1);
    library.assertIndexIsRight();
  }

  @Test
  void theSecondLookComesAsSoonAsThePolicySays() {
    seeded();
    Duration time = CommitPolicy.DEFAULT.lookAgainAfter();
    library.store.before(GET, "sessions/short", 1, () -> library.pass(time.minusNanos(1)));
    library.store.before(GET, "sessions/long", 1, () -> library.pass(time));
    library.changed("short");
    assertThat(library.store.count(GET, INDEX)).isEqualTo(1);
    library.changed("long");
    assertThat(library.store.count(GET, INDEX)).isEqualTo(1 + 2);
  }

  @Test
  void whereThereWasNoIndexTheWriteAloneTells() {
    library.put("mine");
    library.put("theirs");
    whileMineIsRead(() -> otherIndexes("theirs"));
    library.changed("mine");
    assertThat(library.store.count(PUT, INDEX)).isEqualTo(2);
    assertThat(library.store.count(GET, INDEX)).isEqualTo(2);
    assertThat(library.names()).containsExactly("mine", "theirs");
  }

  @Test
  void whoHasNoTimeLeftWritesWithoutASecondLook() {
    seeded();
    library.put("mine");
    library.store.before(GET, "sessions/mine", 1, () -> library.pass(Duration.ofHours(1)));
    library.changed("mine");
    assertThat(library.store.count(GET, INDEX)).isEqualTo(1);
    library.assertIndexIsRight();
  }

  @Test
  void anIndexThatWentAwayMeanwhileIsSeenByTheSecondLook() {
    seeded();
    library.put("mine");
    whileMineIsRead(() -> library.bucket.delete(INDEX, Precondition.none()));
    library.changed("mine");
    assertThat(library.store.count(PUT, INDEX)).isEqualTo(1);
    assertThat(library.names()).containsExactly("mine");
    assertThat(library.index().complete()).isFalse();
  }

  @Test
  void anAbsentKeyTouchedByAnotherWriterIsObservedAgain() {
    seeded();
    library.put("a");
    library.store.before(
        PUT,
        INDEX,
        1,
        () -> {
          library.delete("a");
          otherIndexes("a");
        });
    library.changed("a");
    assertThat(library.names()).containsExactly("seed");
    library.assertIndexIsRight();
  }

  @Test
  void aLostAnswerIsTriedAgainAndEndsRight() {
    seeded();
    library.put("a");
    library.store.after(PUT, INDEX, 1, ScriptedStore.unavailable());
    library.changed("a");
    assertThat(library.store.count(PUT, INDEX)).isEqualTo(2);
    assertThat(library.store.count(GET, "sessions/a")).isEqualTo(2);
    library.assertIndexIsRight();
  }

  @Test
  void aDeleteBetweenALostAnswerAndTheNextTryIsNotLost() {
    seeded();
    library.put("a");
    library.store.after(
        PUT,
        INDEX,
        1,
        () -> {
          library.delete("a");
          ScriptedStore.unavailable().run();
        });
    library.changed("a");
    assertThat(library.names()).containsExactly("seed");
    library.assertIndexIsRight();
  }

  @Test
  void aRecreatedDocumentMakesEverythingObservedAgain() {
    seeded();
    library.put("a", TestLibrary.session("old"));
    library.store.before(
        PUT,
        INDEX,
        1,
        () -> {
          library.put("a", TestLibrary.session("new"));
          otherIndexes("a");
          library.bucket.delete(INDEX, io.fastshot.store.Precondition.none());
          library.pass(Duration.ofSeconds(1));
          otherIndexes("seed");
        });
    library.changed("a");
    library.assertIndexIsRight();
  }

  @Test
  void afterThreeLossesHalfOfTheBatchComesBack() {
    seeded();
    List<String> bodies = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      library.put("s" + i);
      bodies.add(library.event("s" + i));
    }
    library.store.before(PUT, INDEX, 3, () -> otherIndexes("seed"));
    List<String> back = library.handle(bodies.toArray(String[]::new));
    assertThat(back).hasSize(4);
    for (int i = 0; i < 8; i++) {
      assertThat(library.names().contains("s" + i)).isNotEqualTo(back.contains("m" + i));
    }
  }

  @Test
  void attemptsAreBoundedAndEverythingComesBack() {
    seeded();
    library.put("a");
    library.store.before(PUT, INDEX, 1_000, () -> otherIndexes("seed"));
    assertThat(library.handle(library.event("a"))).containsExactly("m0");
    assertThat(library.store.count(PUT, INDEX)).isEqualTo(CommitPolicy.DEFAULT.attempts());
    assertThat(library.names()).containsExactly("seed");
  }

  @Test
  @Tag("slow")
  void sixteenWritersOfTwentyKeysEachLoseNothing() throws Exception {
    List<Future<?>> writers = new ArrayList<>();
    Set<String> expected = new HashSet<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      for (int writer = 0; writer < 16; writer++) {
        List<String> bases = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
          // Keys are shared by two writers each, and every fifth session is deleted again.
          bases.add("w" + writer / 2 + "_" + i);
        }
        bases.forEach(library::put);
        expected.addAll(bases);
        Collections.shuffle(bases, new java.util.Random(writer));
        writers.add(threads.submit(() -> indexAll(bases)));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    }
    expected.removeIf(base -> base.endsWith("5"));
    assertThat(library.names()).containsExactlyInAnyOrderElementsOf(expected);
    library.assertIndexIsRight();
  }

  private void indexAll(List<String> bases) {
    Indexing own = library.parts(library.bucket, Parallel.sequential());
    SessionIndexer indexer =
        new SessionIndexer(
            new Indexing(
                own.store(),
                bodies -> {},
                own.config(),
                own.clock(),
                new java.security.SecureRandom(),
                _ -> {},
                own.parallel()));
    bases.stream().filter(base -> base.endsWith("5")).forEach(library::delete);
    Set<SessionId> left = new LinkedHashSet<>(bases.stream().map(SessionId::new).toList());
    while (!left.isEmpty()) {
      Deadline deadline = Deadline.in(Duration.ofMinutes(1), own.clock());
      left = indexer.update(new Batch(left, List.of()), deadline).failed();
    }
  }

  @Test
  void waitsHaveFullJitterAndAreBounded() {
    CommitPolicy policy = CommitPolicy.DEFAULT;
    var random = new java.util.Random(7);
    for (int losses = 1; losses < 40; losses++) {
      long bound = Math.min(2_000, 50L << Math.min(losses - 1, 20));
      int at = losses;
      assertThat(IntStream.range(0, 50).mapToObj(_ -> policy.waitAfter(at, random)))
          .allSatisfy(wait -> assertThat(wait.toMillis()).isBetween(0L, bound));
    }
  }
}
