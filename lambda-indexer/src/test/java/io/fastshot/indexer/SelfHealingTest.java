package io.fastshot.indexer;

import static io.fastshot.indexer.ScriptedStore.Verb.PUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.indexer.queue.QueueMessages;
import io.fastshot.store.Precondition;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SelfHealingTest {
  private final TestLibrary library = new TestLibrary();

  @BeforeEach
  void threeSessionsNobodyWasToldOf() {
    library.put("a");
    library.put("b");
    library.put("c");
  }

  @Test
  void aNewLibraryFindsItsOldSessionsFromItsFirstEvent() {
    library.changed("a");
    assertThat(library.index().complete()).isFalse();
    assertThat(library.queue)
        .containsExactlyInAnyOrder(QueueMessages.check(), QueueMessages.look());

    library.drain();
    assertThat(library.names()).containsExactly("a", "b", "c");
    assertThat(library.index().complete()).isTrue();
    library.assertIndexIsRight();
    library.changed("a");
    assertThat(library.queue).isEmpty();
  }

  @Test
  void theFirstVersionStartsAtTheClockWithItsFloorBelow() {
    library.changed("a");
    long seed = TestLibrary.START.toEpochMilli();
    assertThat(library.index().removedFloor()).isEqualTo(seed);
    assertThat(library.index().rev()).isEqualTo(seed + 1);
    assertThat(library.row("a").orElseThrow().rev()).isEqualTo(seed + 1);
  }

  @Test
  void aDeletedIndexComesBackWithHigherRevs() {
    library.changed("a", "b", "c");
    library.drain();
    long before = library.index().rev();
    library.bucket.delete("overall_meta.json", Precondition.none());
    library.pass(java.time.Duration.ofSeconds(1));

    library.changed("b");
    assertThat(library.index().removedFloor()).isGreaterThan(before);
    library.drain();
    assertThat(library.index().rev()).isGreaterThan(before);
    library.assertIndexIsRight();
  }

  @Test
  void garbageIsReplacedOnlyIfItIsStillThatGarbage() {
    library.overwriteIndex("garbage".getBytes(StandardCharsets.UTF_8));
    library.store.before(
        PUT,
        "overall_meta.json",
        1,
        () -> library.overwriteIndex("other garbage".getBytes(StandardCharsets.UTF_8)));
    library.changed("a");
    assertThat(library.store.count(PUT, "overall_meta.json")).isEqualTo(2);
    library.drain();
    library.assertIndexIsRight();
  }

  @Test
  void aSpoiledIndexMidwayThroughARebuildIsStillHealed() {
    library.rebuild("{\"mode\":\"all\"}");
    library.overwriteIndex("{}".getBytes(StandardCharsets.UTF_8));
    library.drain();
    assertThat(library.index().complete()).isTrue();
    library.assertIndexIsRight();
  }
}
