package io.fastshot.indexer.observe;

import static io.fastshot.indexer.ScriptedStore.Verb.GET;
import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.container.bytes.XorMask;
import io.fastshot.container.read.HeaderReading;
import io.fastshot.fixtures.Fixtures;
import io.fastshot.indexer.IndexerHandler;
import io.fastshot.indexer.TestContext;
import io.fastshot.indexer.TestLibrary;
import io.fastshot.indexer.run.IndexerConfig;
import io.fastshot.indexer.run.Indexing;
import io.fastshot.model.IndexRow;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.SessionMeta;
import io.fastshot.store.Content;
import io.fastshot.store.Precondition;
import io.fastshot.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionObserverTest {
  private final TestLibrary library = new TestLibrary();

  private SessionMeta indexed(String base) {
    library.changed(base);
    return library.row(base).map(IndexRow::meta).orElseThrow();
  }

  private static byte[] fields(String metadata) {
    return ("{\"session\":{\"version\":\"1.0\",\"windows\":[]},\"metadata\":" + metadata + "}")
        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  @Test
  void anEmptyFileIsListedWithItsReason() {
    library.put("20250621114615_x", new byte[0]);
    SessionMeta meta = indexed("20250621114615_x");
    assertThat(meta.degraded()).startsWith("The file is empty");
    assertThat(meta.fields().name()).isEqualTo("20250621114615_x");
    assertThat(meta.fields().createdAt()).isEqualTo("2025-06-21T11:46:15");
    assertThat(meta.fileSizeBytes()).isZero();
    assertThat(meta.thumbnail()).isFalse();
  }

  @Test
  void createdAtFallsBackToTheFileNameThenToTheObjectsTime() {
    library.put("20251231235900_x", fields("{\"name\":\"n\"}"));
    assertThat(indexed("20251231235900_x").fields().createdAt()).isEqualTo("2025-12-31T23:59:00");
    library.put("20251332235900_x", fields("{\"name\":\"n\"}"));
    assertThat(indexed("20251332235900_x").fields().createdAt()).isEqualTo("2026-01-02T03:04:05");
    library.put("no time", fields("{\"name\":\"\"}"));
    assertThat(indexed("no time").fields().createdAt()).isEqualTo("2026-01-02T03:04:05");
    assertThat(indexed("no time").fields().name()).isEmpty();
    assertThat(indexed("no time").degraded()).isNull();
  }

  /** A store says of it by its refusal that it is there. */
  @Test
  void anArchivedSessionIsListedAndKeepsWhatWasKnownOfIt() {
    library.put("known", TestLibrary.session("a name"));
    assertThat(indexed("known").fields().name()).isEqualTo("a name");
    library.put("new", TestLibrary.session("never read"));
    Runnable refusal =
        () -> {
          throw new StoreException.Archived("sessions/x is archived", null);
        };
    library.store.beforeNth(GET, "sessions/known", 0, refusal);
    library.store.beforeNth(GET, "sessions/new", 0, refusal);

    assertThat(indexed("known").fields().name()).isEqualTo("a name");
    assertThat(indexed("known").degraded()).isNull();
    assertThat(indexed("new").degraded()).isEqualTo(SessionObserver.ARCHIVED);
    assertThat(indexed("new").fileSizeBytes()).isPositive();
  }

  @Test
  void aFileReplacedBetweenTwoReadsIsReadAgain() {

    library.put("a", largeLegacy());
    library.store.beforeNth(
        GET, "sessions/a", 1, () -> library.put("a", TestLibrary.session("replaced")));
    assertThat(indexed("a").fields().name()).isEqualTo("replaced");
    library.assertIndexIsRight();
  }

  @Test
  void aFileRemovedBetweenTwoReadsIsAbsent() {
    library.put("a", largeLegacy());
    library.store.beforeNth(GET, "sessions/a", 1, () -> library.delete("a"));
    library.changed("a");
    assertThat(library.names()).isEmpty();
    library.assertIndexIsRight();
  }

  private static byte[] largeLegacy() {
    String filler = "x".repeat(300_000);
    return fields("{\"name\":\"large\",\"desc\":\"" + filler + "\"}");
  }

  @Test
  void longDescriptionsAreCutInTheRowOnly() {
    library.put("a", largeLegacy());
    indexed("a");
    assertThat(library.row("a").orElseThrow().descCut()).isTrue();
    library.assertIndexIsRight();
  }

  @Test
  void aNameTooLongForAMetaIndexIsListedAllTheSame() {
    String base = "n".repeat(1024 - "sessions/.fastshot".length());
    library.put(base);
    SessionMeta meta = indexed(base);
    assertThat(meta.degraded()).isEqualTo(SessionObserver.NAME_TOO_LONG);
    assertThat(library.bucket.list("meta_indexes/", null).objects()).isEmpty();
    library.assertIndexIsRight();

    library.delete(base);
    library.changed(base, "n".repeat(2_000));
    assertThat(library.names()).isEmpty();
    library.assertIndexIsRight();
  }

  @Test
  void aWrongKeyDegradesTheRowAndTheRightOneHealsIt() {
    byte[] bytes = TestLibrary.sessionWithThumbnail("masked");
    XorMask.of("fastshot-test-key").apply(bytes, 0, bytes.length, 0);
    TestLibrary other = new TestLibrary();
    other.put("a", bytes);
    IndexerConfig keyless = IndexerConfig.of(KeyLayout.atRoot(), XorMask.none());
    Indexing parts =
        new Indexing(
            other.bucket, other.queue::addAll, keyless, other.now::get, new java.util.Random(3));
    var event = TestLibrary.batch(List.of(other.event("a")));
    new IndexerHandler(parts).handleRequest(event, new TestContext());
    assertThat(other.row("a").orElseThrow().meta().degraded()).isNotBlank();
    assertThat(other.bucket.head("thumbnails/a.png")).isEmpty();

    other.changed("a");
    SessionMeta healed = other.row("a").orElseThrow().meta();
    assertThat(healed.degraded()).isNull();
    assertThat(healed.fields().name()).isEqualTo("masked");
    assertThat(healed.thumbnail()).isTrue();
    assertThat(other.bucket.head("thumbnails/a.png").orElseThrow().userMetadata())
        .containsEntry("src", healed.src());
    other.assertIndexIsRight();
  }

  @Test
  void everyFixtureIsIndexedInOneBatch() throws IOException {
    List<Path> files = Fixtures.originals(".fastshot");
    assertThat(files).hasSizeGreaterThan(40);
    String[] bases = new String[files.size()];
    for (int i = 0; i < bases.length; i++) {
      bases[i] = files.get(i).getFileName().toString().replace(".fastshot", "");
      library.bucket.put(
          library.layout.session(TestLibrary.id(bases[i])),
          Content.of(files.get(i), "image/png"),
          Precondition.none());
    }
    library.changed(bases);
    assertThat(library.names()).hasSize(bases.length);
    assertThat(library.row("bad_text").orElseThrow().meta().degraded()).isNotBlank();
    assertThat(library.row("cloud_key").orElseThrow().meta().degraded()).isNull();
  }

  @Test
  void aStaleThumbnailGoesWhenTheNewFileHasNone() {
    library.put("a", TestLibrary.sessionWithThumbnail("a"));
    assertThat(indexed("a").thumbnail()).isTrue();
    library.put("a");
    assertThat(indexed("a").thumbnail()).isFalse();
    assertThat(library.bucket.head("thumbnails/a.png")).isEmpty();
    library.assertIndexIsRight();
  }

  @Test
  void aFileThatMakesTheReaderFailIsListedAndItsMessageDoesNotComeBack() {
    library.put("a", TestLibrary.session("a"));
    for (Throwable bug : List.of(new IllegalStateException("a bug"), new StackOverflowError())) {
      SessionObserver observer =
          new SessionObserver(library.bucket, library.layout, XorMask.none(), _ -> thrown(bug));
      assertThat(observer.observe(TestLibrary.id("a")))
          .isInstanceOfSatisfying(
              Observation.Present.class,
              present ->
                  assertThat(present.meta().degraded())
                      .contains("report it")
                      .contains(bug.getClass().getSimpleName()));
    }
  }

  @Test
  void aStoreThatFailsWhileTheFileIsReadIsAFailureOfTheKeyAndNoRow() {
    library.put("a", TestLibrary.session("a"));
    StoreException denied = new StoreException.Denied("no", null);
    SessionObserver observer =
        new SessionObserver(library.bucket, library.layout, XorMask.none(), _ -> thrown(denied));
    assertThat(observer.observe(TestLibrary.id("a"))).isInstanceOf(Observation.Failed.class);
  }

  private static HeaderReading thrown(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }

  @Test
  void aMetaIndexThatIsTooLargeToBeOneIsMadeAnewFromTheSession() {
    library.put("a", TestLibrary.session("a"));
    String key = library.layout.metaIndex(TestLibrary.id("a"));
    library.bucket.put(
        key, Content.of(new byte[5 * 1024 * 1024], "application/json"), Precondition.none());
    library.rebuild("{\"mode\":\"overall\"}");
    library.drain();
    library.assertIndexIsRight();
  }

  @Test
  void aTimeTooLongToBeOneIsNone() {
    String time = "2".repeat(65);
    library.put("20250621114615_x", fields("{\"created_at\":\"" + time + "\"}"));
    assertThat(indexed("20250621114615_x").fields().createdAt()).isEqualTo("2025-06-21T11:46:15");
  }
}
