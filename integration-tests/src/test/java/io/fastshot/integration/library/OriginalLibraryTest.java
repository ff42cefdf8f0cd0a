package io.fastshot.integration.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.container.bytes.XorMask;
import io.fastshot.fixtures.Fixtures;
import io.fastshot.indexer.run.IndexerConfig;
import io.fastshot.model.IndexRow;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionId;
import io.fastshot.store.Content;
import io.fastshot.store.ListPage;
import io.fastshot.store.MemoryObjectStore;
import io.fastshot.store.ObjectStores;
import io.fastshot.store.Precondition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The bucket of the original app, as its own code wrote it, becomes a library of ours where it is;
 * the app may go on writing into it. See docs/OPERATIONS.md, "The library of the original app".
 */
final class OriginalLibraryTest {
  private static final Path SAMPLES = Fixtures.original("samples/cloud");
  private static final String KEY = "fastshot-test-key";
  private static final KeyLayout LAYOUT = KeyLayout.atRoot();
  private static final SessionId MEETING = new SessionId("20250621114615_会议_1");
  private static final SessionId SECOND = new SessionId("20250621124615_second_one");
  private static final SessionId MORE = new SessionId("20250621134615_more");

  private final MemoryObjectStore bucket = new MemoryObjectStore();
  private final InProcessLibrary library =
      new InProcessLibrary(bucket, IndexerConfig.of(LAYOUT, XorMask.of(KEY)));

  /** Through the library's store, so that it is told of what the app does to sessions. */
  private final OriginalApp app = new OriginalApp(library.store());

  @BeforeEach
  void takeOver() throws IOException, InterruptedException {
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bucket.put(
            SAMPLES.relativize(file).toString(),
            Content.of(Files.readAllBytes(file), "image/png"),
            Precondition.none());
      }
    }
    Map<String, String> before = sessions();
    assertThat(before).hasSize(2);
    check(); // which the deployment asks for
    assertThat(sessions()).as("keys and ETags of the sessions").isEqualTo(before);
  }

  private Map<String, String> sessions() {
    Map<String, String> sessions = new TreeMap<>();
    for (ListPage.Entry entry : ObjectStores.listAll(bucket, LAYOUT.sessions())) {
      sessions.put(entry.key(), entry.etag().toString());
    }
    return sessions;
  }

  private void check() throws InterruptedException {
    assertThat(library.rebuild("{\"mode\":\"check\"}").path("status").asString())
        .isIn("started", "done");
    library.awaitRight();
  }

  private List<SessionId> listed() {
    return library.index().rows().stream().map(IndexRow::id).toList();
  }

  private SessionFields fields(SessionId id) {
    return library.index().rows().stream()
        .filter(row -> row.id().equals(id))
        .map(row -> row.meta().fields())
        .findFirst()
        .orElseThrow();
  }

  private static byte[] file(SessionId id) throws IOException {
    return Files.readAllBytes(SAMPLES.resolve("sessions").resolve(id.base() + ".fastshot"));
  }

  @Test
  void everySessionIsListedWithWhatItsFileSays() {
    assertThat(listed()).containsExactlyInAnyOrder(MEETING, SECOND);
    assertThat(library.index().complete()).isTrue();
    assertThat(fields(MEETING))
        .isEqualTo(
            new SessionFields(
                "会议_1",
                "中文 desc 🚀",
                List.of("test", "demo"),
                "green",
                "development",
                2,
                "2025-06-21T11:46:15.123456"));
    assertThat(fields(SECOND).desc()).isEqualTo("second one");
  }

  @Test
  void whatTheAppSavesIsListedAndItsOwnListIsReplacedByTheNextCheck() throws Exception {
    app.save(MORE, file(SECOND));
    check();
    assertThat(listed()).containsExactlyInAnyOrder(MEETING, SECOND, MORE);
    assertThat(fields(MORE).desc()).as("not what the app's index says").isEqualTo("second one");
  }

  @Test
  void whatTheAppDeletesIsGone() throws Exception {
    app.delete(SECOND);
    check();
    assertThat(listed()).containsExactly(MEETING);
  }

  @Test
  void anEmptyListOfTheAppTakesNoSessionAway() throws Exception {
    app.writeEmptyList();
    check();
    assertThat(listed()).containsExactlyInAnyOrder(MEETING, SECOND);
  }

  @Test
  void aRollbackOfTheAppLosesOnlyWhatItTakesBack() throws Exception {
    app.save(MORE, file(SECOND));
    app.rollBack(MORE);
    library.awaitRight(); // by the event of the deletion alone
    assertThat(listed()).containsExactlyInAnyOrder(MEETING, SECOND);
  }
}
