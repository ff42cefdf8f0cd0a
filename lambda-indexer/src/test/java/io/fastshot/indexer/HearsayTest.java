package io.fastshot.indexer;

import static io.fastshot.indexer.ScriptedStore.Verb.GET;
import static io.fastshot.indexer.ScriptedStore.Verb.HEAD;
import static io.fastshot.indexer.ScriptedStore.Verb.PUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.indexer.queue.QueueMessages;
import io.fastshot.json.OverallIndexJson;
import io.fastshot.store.Precondition;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The original app writes its own list, without names, over the index. What it says is a reason to
 * look; no version of ours says it again.
 */
class HearsayTest {
  private final TestLibrary library = new TestLibrary();

  @BeforeEach
  void threeSessions() {
    library.put("a");
    library.put("b");
    library.put("c");
  }

  private void theAppWritesItsListOf(String... bases) {
    String rows =
        Stream.of(bases)
            .map(
                """
                {"filename": "%s.fastshot", "created_at": "2025-07-01T00:00:00+00:00", \
                "file_size": 8131, "checksum": "etag:00"}\
                """
                    ::formatted)
            .collect(Collectors.joining(","));
    library.overwriteIndex(
        """
        {"version": "1.0", "last_updated": "2025-06-21T12:46:15.123456", "total_sessions": %d,
         "sessions": [%s], "checksum": "6eee"}\
        """
            .formatted(bases.length, rows)
            .getBytes(StandardCharsets.UTF_8));
  }

  private List<String> shownNames() {
    return library.index().rows().stream().map(row -> row.meta().fields().name()).toList();
  }

  @Test
  void whatNobodyObservedIsNoRow() {
    theAppWritesItsListOf("b", "gone");
    library.changed("a");
    assertThat(library.names()).containsExactly("a");
    assertThat(library.index().complete()).isFalse();

    library.drain();
    assertThat(library.names()).containsExactly("a", "b", "c");
    assertThat(library.index().complete()).isTrue();
    library.assertIndexIsRight();
  }

  @Test
  void namesStayThoughTheListHasNone() {
    library.changed("a", "b", "c");
    library.drain();
    List<String> names = shownNames();
    theAppWritesItsListOf("a", "b", "c", "gone");
    library.store.forget();

    library.changed("a");
    assertThat(shownNames()).containsExactlyInAnyOrderElementsOf(names);
    assertThat(library.index().rows()).allSatisfy(row -> assertThat(row.meta().src()).isNotNull());
    assertThat(library.index().complete()).isFalse();
    assertThat(library.store.count(GET, "sessions/b.fastshot")).isZero();
    assertThat(library.store.count(HEAD, "sessions/"))
        .isEqualTo(3); // b, c and the one that is gone
    library.drain();
    library.assertIndexIsRight();
  }

  @Test
  void aLookMakesTheIndexOursAgain() {
    library.changed("a", "b", "c");
    library.drain();
    List<String> names = shownNames();
    theAppWritesItsListOf("a", "b", "c");

    assertThat(library.handle(QueueMessages.look())).isEmpty();
    assertThat(shownNames()).containsExactlyInAnyOrderElementsOf(names);
    library.drain();
    library.assertIndexIsRight();
  }

  @Test
  void aLookAtAnIndexOfOursWritesNothing() {
    library.changed("a", "b", "c");
    library.drain();
    library.store.forget();
    assertThat(library.handle(QueueMessages.look())).isEmpty();
    assertThat(library.store.count(PUT, "overall_meta.json")).isZero();
    assertThat(library.store.count(GET, "overall_meta.json")).isOne();
  }

  /** An earlier version of the indexer took nameless rows over; they are in the field. */
  @Test
  void aRowOfOursThatNobodyObservedIsLookedAtAndNamed() {
    library.changed("a", "b", "c");
    library.drain();
    List<String> names = shownNames();
    String spoiled =
        new String(OverallIndexJson.write(library.index()).bytes(), StandardCharsets.UTF_8)
            .replaceAll("(\"filename\":\"b[.]fastshot\".*?)\"name\":\"[^\"]*\"", "$1\"name\":\"\"")
            .replaceAll(
                "(\"filename\":\"b[.]fastshot\".*?),\"src\":\"(?:[^\"\\\\]|\\\\.)*\"", "$1");
    library.overwriteIndex(spoiled.getBytes(StandardCharsets.UTF_8));
    assertThat(library.row("b").orElseThrow().meta().src()).isNull();

    library.changed("a");
    assertThat(shownNames()).containsExactlyInAnyOrderElementsOf(names);
    library.assertIndexIsRight();
  }

  @Test
  void aRowOfOursThatNobodyObservedGoesWhereNothingNamesIt() {
    library.changed("a", "b", "c");
    library.drain();
    assertThat(library.index().complete()).isTrue();
    String spoiled =
        new String(OverallIndexJson.write(library.index()).bytes(), StandardCharsets.UTF_8)
            .replaceAll(
                "(\"filename\":\"b[.]fastshot\".*?),\"src\":\"(?:[^\"\\\\]|\\\\.)*\"", "$1");
    library.overwriteIndex(spoiled.getBytes(StandardCharsets.UTF_8));
    library.bucket.delete("meta_indexes/b.meta.json", Precondition.none());

    library.changed("a");
    assertThat(library.names()).containsExactly("a", "c");
    assertThat(library.index().complete()).isFalse();
    library.rebuild("{\"mode\":\"check\"}");
    library.drain();
    library.assertIndexIsRight();
  }

  @Test
  void noLookIsAskedForAfterADeletionOrAFileThatIsNotTheApps() {
    library.changed("a", "b", "c");
    library.drain();
    library.pass(java.time.Duration.ofMinutes(5));
    library.delete("a");
    library.put("b", "not a session".getBytes(StandardCharsets.UTF_8));
    library.changed("a", "b");
    assertThat(library.queue).isEmpty();
  }

  @Test
  void afterASessionOfTheOriginalAppALookIsAskedForOnceAMinute() {
    library.changed("a");
    library.drain();
    library.changed("b");
    assertThat(library.queue).isEmpty();
    library.pass(java.time.Duration.ofSeconds(59));
    library.changed("b");
    assertThat(library.queue).isEmpty();
    library.pass(java.time.Duration.ofSeconds(2));
    library.changed("c");
    assertThat(library.queue).containsExactly(QueueMessages.look());
  }
}
