package io.fastshot.indexer;

import static io.fastshot.indexer.ScriptedStore.Verb.LIST;
import static io.fastshot.indexer.ScriptedStore.Verb.PUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.indexer.run.Indexing;
import io.fastshot.indexer.run.Parallel;
import io.fastshot.json.OverallIndexJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a check nominates where others write the index. */
class RebuildStartTest {
  private static final String ALL = "{\"mode\":\"all\"}";
  private static final String CHECK = "{\"mode\":\"check\"}";
  private final TestLibrary library = TestLibrary.ofThree();

  /** The ETag alone is no proof: somebody may have edited the document. */
  @Test
  void checkNominatesARowOfTheRightVersionAndTheWrongSize() {
    long size = library.row("b").orElseThrow().meta().fileSizeBytes();
    String edited =
        new String(OverallIndexJson.write(library.index()).bytes(), StandardCharsets.UTF_8)
            .replaceFirst("\"file_size\":" + size + ",", "\"file_size\":" + (size + 1) + ",");
    library.overwriteIndex(edited.getBytes(StandardCharsets.UTF_8));
    assertThat(library.rebuild(CHECK).path("nominated").asInt()).isEqualTo(1);
    library.drain();
    library.assertIndexIsRight();
  }

  /** What was nominated on the index that was there says nothing of the one that took its place. */
  @Test
  void aForeignIndexInTheMiddleOfAStartingCheckIsComparedAnew() {
    library.store.before(
        PUT,
        "overall_meta.json",
        1,
        () -> library.overwriteIndex("{}".getBytes(StandardCharsets.UTF_8)));
    library.put("d");
    JsonNode answer = library.rebuild(CHECK);
    assertThat(answer.path("nominated").asInt()).isEqualTo(4);
    assertThat(library.index().complete()).isFalse();
    library.drain();
    assertThat(library.index().complete()).isTrue();
    library.assertIndexIsRight();
  }

  @Test
  void whatWasNominatedHoldsWhileOursContinue() {
    library.put("d");
    library.store.before(PUT, "overall_meta.json", 1, () -> installedByAnother("a"));
    library.rebuild(CHECK);
    assertThat(library.store.count(LIST, "sessions/")).isEqualTo(2); // two pages, once
    library.drain();
    library.assertIndexIsRight();
  }

  private void installedByAnother(String base) {
    Indexing same = library.parts(library.bucket, Parallel.sequential());
    new IndexerHandler(same)
        .handleRequest(TestLibrary.batch(List.of(library.event(base))), new TestContext());
  }

  @Test
  void aDryRunTellsAlsoWhileAnotherRuns() {
    library.rebuild(ALL);
    JsonNode answer = library.rebuild("{\"mode\":\"all\",\"dry_run\":true}");
    assertThat(status(answer)).isEqualTo("dry_run");
  }

  @Test
  void aRebuildThatHasJustBecomeStaleIsReplaced() {
    library.rebuild(ALL);
    library.pass(library.config.staleRebuild().minusMillis(1));
    assertThat(status(library.rebuild(CHECK))).isEqualTo("already_running");
    library.pass(Duration.ofMillis(1));
    assertThat(status(library.rebuild(ALL))).isEqualTo("started");
  }

  /** A clock that was set back: nothing must wait for that time to come. */
  @Test
  void aRebuildOfTheFutureIsReplaced() {
    library.rebuild(ALL);
    library.pass(library.config.staleRebuild().negated().plusMillis(1));
    assertThat(status(library.rebuild(CHECK))).isEqualTo("already_running");
    library.pass(Duration.ofMillis(-1));
    assertThat(status(library.rebuild(ALL))).isEqualTo("started");
  }

  @Test
  void aCheckThatFindsNothingEndsAStaleRebuild() {
    library.rebuild(ALL);
    library.queue.clear();
    library.pass(library.config.staleRebuild());
    assertThat(library.rebuild(CHECK).path("nominated").asInt()).isZero();
    assertThat(Objects.requireNonNull(library.index().rebuild()).isRunning()).isFalse();
  }

  @Test
  void aCheckThatFindsNothingWritesWhereTheIndexDoesNotSayThatItIsComplete() {
    String incomplete =
        new String(OverallIndexJson.write(library.index()).bytes(), StandardCharsets.UTF_8)
            .replaceFirst("\"complete\":true", "\"complete\":false");
    library.overwriteIndex(incomplete.getBytes(StandardCharsets.UTF_8));
    assertThat(library.rebuild(CHECK).path("nominated").asInt()).isZero();
    assertThat(library.index().complete()).isTrue();
  }

  @Test
  void aCheckOfAnEmptyBucketReplacesAForeignIndex() {
    library.delete("a");
    library.delete("b");
    library.delete("c");
    library.changed("a", "b", "c");
    library.drain();
    library.overwriteIndex("{}".getBytes(StandardCharsets.UTF_8));
    library.rebuild(CHECK);
    assertThat(library.index().complete()).isTrue();
    assertThat(library.index().rows()).isEmpty();
  }

  @Test
  void aRebuildOfAnEmptyLibraryIsDoneAtOnce() {
    TestLibrary empty = new TestLibrary();
    assertThat(status(empty.rebuild(ALL))).isEqualTo("done");
    assertThat(empty.index().complete()).isTrue();
    long rev = empty.index().rev();
    assertThat(status(empty.rebuild(ALL))).isEqualTo("done");
    assertThat(empty.index().rev()).as("only a check writes nothing").isEqualTo(rev + 1);
  }

  @Test
  void aRebuildThatHasBegunDoesNotSayThatTheIndexIsComplete() {
    TestLibrary fresh = new TestLibrary();
    fresh.put("a");
    fresh.rebuild(ALL);
    assertThat(fresh.index().complete()).isFalse();
    library.rebuild(ALL);
    assertThat(library.index().complete()).as("what was complete stays it").isTrue();
    fresh.rebuild("{\"mode\":\"keys\",\"force\":true,\"keys\":[]}");
    assertThat(fresh.index().complete()).isFalse();
  }

  /** The clock is behind the line that was there: readers hold a rev above it. */
  @Test
  void aNewLineOfRevsStartsAboveWhatWasSeen() {
    long seen = library.index().rev();
    library.pass(Duration.ofDays(-1));
    library.store.before(
        PUT,
        "overall_meta.json",
        1,
        () -> library.overwriteIndex("{}".getBytes(StandardCharsets.UTF_8)));
    library.put("d");
    library.rebuild(CHECK);
    assertThat(library.index().rev()).isGreaterThan(seen);
  }

  private static String status(JsonNode answer) {
    return answer.path("status").asString();
  }
}
