package io.fastshot.indexer;

import static io.fastshot.indexer.ScriptedStore.Verb.GET;
import static io.fastshot.indexer.ScriptedStore.Verb.HEAD;
import static io.fastshot.indexer.ScriptedStore.Verb.LIST;
import static io.fastshot.indexer.ScriptedStore.Verb.PUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.indexer.queue.QueueException;
import io.fastshot.indexer.queue.QueueMessages;
import io.fastshot.indexer.queue.RebuildPart;
import io.fastshot.indexer.rebuild.RebuildRequest;
import io.fastshot.indexer.rebuild.RebuildResult;
import io.fastshot.indexer.rebuild.Rebuilder;
import io.fastshot.indexer.run.Deadline;
import io.fastshot.indexer.run.Indexing;
import io.fastshot.indexer.run.Parallel;
import io.fastshot.indexer.update.BatchUpdate;
import io.fastshot.model.RebuildState;
import io.fastshot.store.Content;
import io.fastshot.store.Precondition;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RebuildTest {
  private static final String ALL = "{\"mode\":\"all\"}";
  private static final String CHECK = "{\"mode\":\"check\"}";
  private final TestLibrary library = TestLibrary.ofThree();

  private RebuildState state() {
    return Objects.requireNonNull(library.index().rebuild());
  }

  private void spoil(String key) {
    Content content = Content.of("spoiled".getBytes(StandardCharsets.UTF_8), "text/plain");
    library.bucket.put(key, content, Precondition.none());
  }

  private static String status(JsonNode answer) {
    return answer.path("status").asString();
  }

  @Test
  void allReadsEverythingAnewAndRemovesOrphans() {
    spoil("meta_indexes/a.meta.json");
    spoil("thumbnails/orphan.png");
    spoil("meta_indexes/other.meta.json");
    JsonNode answer = library.rebuild(ALL);

    assertThat(status(answer)).isEqualTo("started");
    assertThat(answer.path("nominated").asInt()).isEqualTo(5);
    assertThat(answer.path("parts").asInt()).isEqualTo(1);
    assertThat(answer.path("estimate_seconds").asLong()).isPositive();
    assertThat(state().id()).isEqualTo(answer.path("id").asString());
    assertThat(state().isRunning()).isTrue();

    library.drain();
    assertThat(state().state()).isEqualTo(RebuildState.State.DONE);
    assertThat(state().partsDone()).isEqualTo(1);
    assertThat(library.index().complete()).isTrue();
    library.assertIndexIsRight();
  }

  @Test
  void overallTakesMatchingMetaIndexesAndReadsTheRest() {
    spoil("meta_indexes/b.meta.json");
    library.put("c", TestLibrary.session("changed unseen"));
    library.delete("a");
    library.put("d");
    library.rebuild("{\"mode\":\"overall\"}");
    library.store.forget();
    library.drain();

    assertThat(library.store.count(HEAD, "sessions/")).isEqualTo(4);
    assertThat(library.store.count(GET, "sessions/a")).isZero();
    assertThat(library.store.count(GET, "sessions/")).isEqualTo(3);
    assertThat(library.names()).containsExactly("b", "c", "d");
    library.assertIndexIsRight();
  }

  @Test
  void overallReadsNoSessionWhenAllMetaIndexesMatch() {
    library.overwriteIndex("garbage".getBytes(StandardCharsets.UTF_8));
    library.rebuild("{\"mode\":\"overall\"}");
    library.store.forget();
    library.drain();
    assertThat(library.store.count(GET, "sessions/")).isZero();
    assertThat(library.index().complete()).isTrue();
    library.assertIndexIsRight();
  }

  @Test
  void aCleanCheckListsAndReadsTheIndexAndWritesNothing() {
    long rev = library.index().rev();
    JsonNode answer = library.rebuild(CHECK);
    assertThat(status(answer)).isEqualTo("done");
    assertThat(library.store.count(GET, "overall_meta.json")).isEqualTo(1);
    assertThat(library.store.count(LIST, "")).isEqualTo(library.store.requests().size() - 1);
    assertThat(library.index().rev()).isEqualTo(rev);
    assertThat(library.queue).isEmpty();
  }

  @Test
  void checkNominatesWhatDiffers() {
    library.delete("a");
    library.put("b", TestLibrary.session("replaced without an event"));
    library.put("new");
    library.bucket.delete("meta_indexes/c.meta.json", Precondition.none());
    spoil("meta_indexes/orphan.meta.json");
    JsonNode answer = library.rebuild(CHECK);
    assertThat(answer.path("nominated").asInt()).isEqualTo(5);

    library.drain();
    assertThat(library.names()).containsExactly("b", "c", "new");
    library.assertIndexIsRight();
  }

  @Test
  void keysLooksAtJustThese() {
    library.delete("a");
    library.put("b", TestLibrary.session("replaced"));
    library.put("d");
    JsonNode answer =
        library.rebuild(
            "{\"mode\":\"keys\",\"keys\":[\"a.fastshot\",\"sessions/b.fastshot\",\"a.fastshot\"]}");
    assertThat(answer.path("nominated").asInt()).isEqualTo(2);
    library.drain();
    assertThat(library.names()).containsExactly("b", "c");
    assertThat(library.row("b").orElseThrow().meta().fields().name()).isEqualTo("replaced");
  }

  @Test
  void aDryRunTellsAndDoesNothing() {
    long rev = library.index().rev();
    JsonNode answer = library.rebuild("{\"mode\":\"all\",\"dry_run\":true}");
    assertThat(status(answer)).isEqualTo("dry_run");
    assertThat(answer.path("nominated").asInt()).isEqualTo(3);
    assertThat(answer.path("bytes").asLong()).isEqualTo(3L * TestLibrary.session("a").length);
    assertThat(answer.path("id").isNull()).isTrue();
    assertThat(library.index().rev()).isEqualTo(rev);
    assertThat(library.queue).isEmpty();
    assertThat(library.store.count(PUT, "")).isZero();
  }

  @Test
  void aTruncatedListingRemovesNothing() {
    library.store.before(LIST, "sessions/", 1, () -> library.delete("c"));
    library.put("hidden");
    library.changed("hidden");
    library.store.after(LIST, "sessions/", 1, () -> library.put("c"));
    library.rebuild(ALL);
    library.drain();
    assertThat(library.names()).containsExactly("a", "b", "c", "hidden");
    library.assertIndexIsRight();
  }

  @Test
  void aListingThatFailsStartsNothing() {
    library.store.before(LIST, "sessions/", 100, ScriptedStore.unavailable());
    JsonNode answer = library.rebuild(ALL);
    assertThat(status(answer)).isEqualTo("error");
    assertThat(answer.path("message").asString()).contains("not started");
    assertThat(library.index().rebuild()).isNotNull().matches(state -> !state.isRunning());
  }

  @Test
  void partsDeliveredTwiceCountOnce() {
    for (int i = 0; i < 2 * QueueMessages.MAX_PART_KEYS; i++) {
      library.put("s" + i);
    }
    assertThat(library.rebuild(ALL).path("parts").asInt()).isEqualTo(3);
    String first = library.queue.removeFirst();
    assertThat(library.handle(first, first)).isEmpty();
    assertThat(library.handle(first)).isEmpty();
    assertThat(state().partsDone()).isEqualTo(1);
    assertThat(state().isRunning()).isTrue();
    library.drain();
    assertThat(state().state()).isEqualTo(RebuildState.State.DONE);
    library.assertIndexIsRight();
  }

  @Test
  void aPartIsNotDoneWhileOneOfItsKeysFails() {
    library.rebuild(ALL);
    String part = library.queue.removeFirst();
    library.store.before(GET, "sessions/b", BatchUpdate.LOOKS, ScriptedStore.unavailable());
    assertThat(library.handle(part)).containsExactly("m0");
    assertThat(state().partsDone()).isZero();
    assertThat(library.handle(part)).isEmpty();
    assertThat(state().state()).isEqualTo(RebuildState.State.DONE);
  }

  @Test
  void cancelDropsTheQueuedParts() {
    library.put("unseen");
    library.rebuild(ALL);
    assertThat(status(library.rebuild("{\"action\":\"cancel\"}"))).isEqualTo("cancelled");
    assertThat(state().state()).isEqualTo(RebuildState.State.CANCELLED);
    library.store.forget();
    library.drain();

    assertThat(library.store.count(GET, "sessions/")).isZero();
    assertThat(library.store.count(PUT, "")).isZero();
    assertThat(library.names()).doesNotContain("unseen");
    assertThat(status(library.rebuild("{\"action\":\"cancel\"}"))).isEqualTo("nothing_to_cancel");
  }

  @Test
  void aCancelWhoseAnswerWasLostIsReportedAsCancelled() {
    library.rebuild(ALL);
    library.store.after(PUT, "overall_meta.json", 1, ScriptedStore.unavailable());
    assertThat(status(library.rebuild("{\"action\":\"cancel\"}"))).isEqualTo("cancelled");
  }

  @Test
  void anEventInOneBatchWithACancelledPartIsStillServed() {
    library.put("unseen");
    library.rebuild(ALL);
    library.rebuild("{\"action\":\"cancel\"}");
    library.put("told");
    assertThat(library.handle(library.queue.removeFirst(), library.event("told"))).isEmpty();
    assertThat(library.names()).contains("told").doesNotContain("unseen");
  }

  @Test
  void aSecondRequestIsTurnedAwayUnlessForcedOrTheFirstIsStale() {
    String first = library.rebuild(ALL).path("id").asString();
    JsonNode second = library.rebuild(CHECK);
    assertThat(status(second)).isEqualTo("already_running");
    assertThat(second.path("id").asString()).isEqualTo(first);
    assertThat(library.queue).hasSize(1);

    String forced = library.rebuild("{\"mode\":\"all\",\"force\":true}").path("id").asString();
    assertThat(state().id()).isEqualTo(forced).isNotEqualTo(first);

    library.pass(Duration.ofMinutes(16));
    assertThat(status(library.rebuild(ALL))).isEqualTo("started");
    assertThat(state().id()).isNotEqualTo(forced);

    library.drain();
    assertThat(state().state())
        .as("parts of older ids are not counted")
        .isEqualTo(RebuildState.State.DONE);
    library.assertIndexIsRight();
  }

  @Test
  void aPartOfAnUnknownRebuildIsObservedButNotCounted() {
    library.put("d");
    RebuildState before = state();
    RebuildPart part =
        new RebuildPart("unknown", 0, RebuildState.Mode.ALL, List.of(TestLibrary.id("d")));
    assertThat(library.handle(QueueMessages.part(part))).isEmpty();
    assertThat(library.names()).contains("d");
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void aStartWhoseAnswerWasLostSendsItsPartsOnce() {
    library.store.after(PUT, "overall_meta.json", 1, ScriptedStore.unavailable());
    JsonNode answer = library.rebuild(ALL);
    assertThat(status(answer)).isEqualTo("started");
    assertThat(state().id()).isEqualTo(answer.path("id").asString());
    assertThat(library.queue).hasSize(1);
  }

  @Test
  void aQueueThatRefusesLeavesARebuildThatCanBeStartedAgain() {
    Indexing parts =
        new Indexing(
            library.store,
            _ -> {
              throw new QueueException("full", null);
            },
            library.config,
            library.now::get,
            new java.util.Random(2));
    RebuildRequest all = new RebuildRequest.Start(RebuildState.Mode.ALL, List.of(), false, false);
    Deadline deadline = Deadline.in(Duration.ofMinutes(1), library.now::get);
    RebuildResult result = new Rebuilder(parts).run(all, deadline);
    assertThat(result.status()).isEqualTo(RebuildResult.Status.ERROR);
    assertThat(state().state()).isEqualTo(RebuildState.State.CANCELLED);
    assertThat(status(library.rebuild(ALL))).isEqualTo("started");
  }

  @Test
  void liveChangesDuringARebuildArriveAndStay() {
    library.rebuild(ALL);
    library.store.before(
        PUT,
        "overall_meta.json",
        1,
        () -> {
          library.delete("a");
          library.put("b", TestLibrary.session("later"));
          IndexerHandler live =
              new IndexerHandler(library.parts(library.bucket, Parallel.sequential()));
          var event = TestLibrary.batch(List.of(library.event("a", "b")));
          assertThat(TestLibrary.failures(live.handleRequest(event, new TestContext()))).isEmpty();
        });
    library.drain();
    assertThat(library.names()).containsExactly("b", "c");
    library.assertIndexIsRight();
  }

  @Test
  void anEmptyLibraryIsCompleteAtOnce() {
    TestLibrary empty = new TestLibrary();
    assertThat(status(empty.rebuild(CHECK))).isEqualTo("done");
    assertThat(empty.index().complete()).isTrue();
    assertThat(empty.index().rows()).isEmpty();
    assertThat(empty.queue).isEmpty();
  }

  @Test
  void wrongRequestsAreAnsweredInWords() {
    for (String request :
        List.of(
            "",
            "[",
            "{\"mode\":\"everything\"}",
            "{\"mode\":\"keys\"}",
            "{\"mode\":\"all\",\"keys\":[\"a.fastshot\"]}",
            "{\"mode\":\"keys\",\"keys\":[\"a.png\"]}",
            "{}")) {
      JsonNode answer = library.rebuild(request);
      assertThat(status(answer)).as(request).isEqualTo("error");
      assertThat(answer.path("message").asString()).as(request).isNotBlank();
    }
    assertThat(library.queue).isEmpty();
  }
}
