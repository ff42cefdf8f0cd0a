package io.fastshot.indexer;

import static io.fastshot.indexer.ScriptedStore.Verb.PUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.json.OverallIndexJson;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a check nominates where others write the index. */
class RebuildStartTest {
  private static final String CHECK = "{\"mode\":\"check\"}";
  private final TestLibrary library = new TestLibrary();

  @BeforeEach
  void threeIndexedSessions() {
    library.put("a");
    library.put("b");
    library.put("c");
    library.changed("a", "b", "c");
    library.drain();
    library.store.forget();
  }

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
}
