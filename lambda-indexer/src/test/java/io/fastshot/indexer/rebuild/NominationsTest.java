package io.fastshot.indexer.rebuild;

import static io.fastshot.indexer.ScriptedStore.Verb.LIST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastshot.container.bytes.XorMask;
import io.fastshot.indexer.TestLibrary;
import io.fastshot.indexer.observe.Observation;
import io.fastshot.indexer.observe.SessionObserver;
import io.fastshot.indexer.run.Deadline;
import io.fastshot.indexer.run.IndexerConfig;
import io.fastshot.indexer.run.Indexing;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.RebuildState.Mode;
import io.fastshot.model.SessionId;
import io.fastshot.store.Precondition;
import io.fastshot.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a rebuild looks at, in which order, and what it says that costs. */
class NominationsTest {
  private static final long READ_BYTES = 192L * 1024;

  private final TestLibrary library = new TestLibrary();

  @BeforeEach
  void twoIndexedSessions() {
    library.put("a");
    library.put("b");
    library.changed("a", "b");
    library.drain();
    library.store.forget();
  }

  private Nominations gather(Mode mode) {
    return Nominations.gather(library.parts, library.index(), mode, soon(60));
  }

  private Deadline soon(int seconds) {
    return Deadline.in(Duration.ofSeconds(seconds), library.now::get);
  }

  @Test
  void theNewestNameComesFirst() {
    library.put("c");
    assertThat(gather(Mode.ALL).ids())
        .containsExactly(TestLibrary.id("c"), TestLibrary.id("b"), TestLibrary.id("a"));
  }

  @Test
  void aRowWhoseSessionIsGoneWithAllThatWasMadeOfItIsLookedAt() {
    library.delete("b");
    library.bucket.delete("meta_indexes/b.meta.json", Precondition.none());
    assertThat(gather(Mode.CHECK).ids()).containsExactly(TestLibrary.id("b"));
  }

  /** A name so long that S3 has no room for its meta index is not looked at each hour. */
  @Test
  void aSessionThatCannotHaveAMetaIndexIsNotMissedOne() {
    String name = "x".repeat(1_024 - "sessions/.fastshot".length());
    library.put(name);
    library.changed(name);
    library.drain();
    assertThat(library.names()).contains(name);
    assertThat(gather(Mode.CHECK).ids()).isEmpty();
  }

  @Test
  void onlyAllListsTheThumbnails() {
    gather(Mode.CHECK);
    assertThat(library.store.count(LIST, "thumbnails/")).isZero();
    gather(Mode.ALL);
    assertThat(library.store.count(LIST, "thumbnails/")).isPositive();
  }

  @Test
  void theEstimateIsOfWhatIsRead() {
    long sessions = size("sessions/a.fastshot") + size("sessions/b.fastshot");
    long metaIndexes = size("meta_indexes/a.meta.json") + size("meta_indexes/b.meta.json");
    assertThat(gather(Mode.ALL).bytes()).isEqualTo(sessions);
    assertThat(gather(Mode.OVERALL).bytes()).isEqualTo(metaIndexes);
    library.bucket.delete("meta_indexes/a.meta.json", Precondition.none());
    assertThat(gather(Mode.OVERALL).bytes())
        .isEqualTo(size("sessions/a.fastshot") + size("meta_indexes/b.meta.json"));
    library.put("large", new byte[300 * 1024]);
    assertThat(gather(Mode.ALL).bytes()).isEqualTo(sessions + READ_BYTES);
    assertThat(Nominations.of(List.of(TestLibrary.id("a"), TestLibrary.id("b"))).bytes())
        .isEqualTo(2 * READ_BYTES);
  }

  private long size(String key) {
    return library.bucket.head(key).orElseThrow().sizeBytes();
  }

  @Test
  void aListingThatHadNoTimeNominatesNothing() {
    assertThatThrownBy(
            () -> Nominations.gather(library.parts, OverallIndex.empty(), Mode.ALL, soon(-1)))
        .isInstanceOf(StoreException.Unavailable.class);
  }

  /** A row says under which key its file could not be read; with the same key it is left alone. */
  @Test
  void whatCouldNotBeReadIsLookedAtOnceTheKeyIsAnother() {
    XorMask theirs = XorMask.of("another key");
    byte[] masked = TestLibrary.session("c");
    theirs.apply(masked, 0, masked.length, 0);
    library.put("c", masked);
    library.put("cut", "{".getBytes(StandardCharsets.UTF_8));
    library.changed("c", "cut");
    assertThat(gather(Mode.CHECK).ids()).isEmpty();
    assertThat(checkedWith(theirs)).containsExactly(TestLibrary.id("c"));
    assertThat(checkedWith(XorMask.none())).containsExactly(TestLibrary.id("c"));
    XorMask unknown =
        XorMask.lazily(() -> {
          throw new StoreException.Unavailable("the secret is not to be had", null);
        });
    assertThat(checkedWith(unknown)).isEmpty();
  }

  private List<SessionId> checkedWith(XorMask key) {
    return Nominations.gather(with(key), library.index(), Mode.CHECK, soon(60)).ids();
  }

  private Indexing with(XorMask key) {
    Indexing parts = library.parts;
    return new Indexing(
        parts.store(),
        parts.queue(),
        IndexerConfig.of(library.layout, key),
        parts.clock(),
        parts.random(),
        parts.sleeper(),
        parts.parallel());
  }

  /** Also where rows are made of meta indexes: that one says no more than the row. */
  @Test
  void aMetaIndexOfAnotherKeyIsNotBelieved() {
    XorMask theirs = XorMask.of("another key");
    byte[] masked = TestLibrary.session("c");
    theirs.apply(masked, 0, masked.length, 0);
    library.put("c", masked);
    library.changed("c");
    SessionObserver observer = new SessionObserver(library.bucket, with(theirs).config());
    assertThat(observer.observeByMetaIndex(TestLibrary.id("c")))
        .isInstanceOfSatisfying(
            Observation.Present.class, present -> assertThat(present.meta().degraded()).isNull());
  }
}
