package io.fastshot.integration.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import io.fastshot.indexer.IndexerHandler;
import io.fastshot.indexer.TestContext;
import io.fastshot.indexer.run.Indexing;
import io.fastshot.integration.aws.Closing;
import io.fastshot.integration.aws.Waiting;
import io.fastshot.localcloud.demo.DemoLibrary;
import io.fastshot.model.IndexRow;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.RebuildState;
import io.fastshot.model.SessionId;
import io.fastshot.store.Content;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.Precondition;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * What every library does from end to end, wherever its bucket and its indexer are. The tests share
 * one library: each adds to it and leaves it right.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class LibraryContract<L extends TestedLibrary> {
  /** The key of the original's files among the samples. */
  protected static final String LEGACY_KEY = DemoLibrary.LEGACY_KEY;

  private static final int SAMPLES = 12;
  private static final int WRITERS = 16;
  private static final int SESSIONS_OF_A_WRITER = 3;

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private @Nullable L library;

  /** An empty library. What it opens is to be handed to {@link #closing}. */
  protected abstract L open() throws Exception;

  /** Closes something after the last test, the last opened first. */
  protected final <T extends AutoCloseable> T closing(T resource) {
    opened.push(resource);
    return resource;
  }

  /** The library of all tests of this class. */
  protected final L library() {
    return Objects.requireNonNull(library);
  }

  @BeforeAll
  void start() throws Exception {
    library = open();
    DemoLibrary.fill(library.store(), layout(), SAMPLES, 1, library.config().legacyKey());
    library.awaitRight();
  }

  @AfterAll
  void stop() {
    assertThat(Closing.all(opened)).isEmpty();
  }

  /** Where the library's objects are. */
  protected final KeyLayout layout() {
    return library().config().layout();
  }

  /** The sessions that the index tells. */
  protected final List<SessionId> indexed() {
    return library().index().rows().stream().map(IndexRow::id).toList();
  }

  @Test
  void theSamplesAreIndexedAndTheBadOneSaysSo() {
    List<SessionId> listed = Sessions.listed(library().store(), layout());
    assertThat(listed).hasSizeGreaterThanOrEqualTo(SAMPLES);
    assertThat(indexed()).containsExactlyInAnyOrderElementsOf(listed);
    assertThat(library().index().rows()).filteredOn(r -> r.meta().degraded() != null).hasSize(1);
  }

  @Test
  void aSessionIsIndexedReplacedAndGone() throws Exception {
    SessionId id = Sessions.put(library(), "20260101000000_one", "first");
    library().awaitRight();
    assertThat(name(id)).isEqualTo("first");
    Sessions.put(library(), id.base(), "second");
    library().awaitRight();
    assertThat(name(id)).isEqualTo("second");
    Sessions.delete(library(), id);
    library().awaitRight();
    assertThat(indexed()).doesNotContain(id);
    assertThat(library().store().head(layout().metaIndex(id))).isEmpty();
    assertThat(library().store().head(layout().thumbnail(id))).isEmpty();
  }

  private String name(SessionId id) {
    return library().index().rows().stream()
        .filter(row -> row.id().equals(id))
        .map(row -> row.meta().fields().name())
        .findFirst()
        .orElse("(no row)");
  }

  @Test
  void aRebuildOfAllReadsEverythingAnew() throws Exception {
    ObjectStore store = library().store();
    List<SessionId> listed = Sessions.listed(store, layout());
    store.delete(layout().metaIndex(listed.getFirst()), Precondition.none());
    SessionId orphan = new SessionId("20260101000000_orphan");
    store.put(
        layout().metaIndex(orphan),
        Content.of("{}".getBytes(StandardCharsets.UTF_8), "application/json"),
        Precondition.none());
    JsonNode answer = library().rebuild("{\"mode\":\"all\"}");
    assertThat(answer.path("status").asString()).as("%s", answer).isEqualTo("started");
    assertThat(answer.path("nominated").asInt()).isGreaterThanOrEqualTo(listed.size());
    awaitDone(answer.path("id").asString());
    library().awaitRight();
    assertThat(library().index().complete()).isTrue();
  }

  /** Waits until the index says that a rebuild is done. */
  protected final void awaitDone(String rebuildId) throws InterruptedException {
    Waiting.until(
        TestedLibrary.PATIENCE,
        () -> {
          String pending = library().pending();
          RebuildState state = library().index().rebuild();
          boolean done =
              state != null
                  && state.id().equals(rebuildId)
                  && state.state() == RebuildState.State.DONE;
          return done ? "" : "rebuild: " + state + ", " + pending;
        });
  }

  @Test
  void aCheckOfARightIndexChangesNothing() throws Exception {
    library().awaitRight();
    long rev = library().index().rev();
    JsonNode answer = library().rebuild("{\"mode\":\"check\"}");
    assertThat(answer.path("status").asString()).as("%s", answer).isEqualTo("done");
    assertThat(answer.path("nominated").asInt()).isZero();
    assertThat(library().index().rev()).isEqualTo(rev);
  }

  @Test
  void aDryRunOnlyTells() throws Exception {
    library().awaitRight();
    JsonNode answer = library().rebuild("{\"mode\":\"all\",\"dry_run\":true}");
    assertThat(answer.path("status").asString()).as("%s", answer).isEqualTo("dry_run");
    assertThat(answer.path("nominated").asInt())
        .isEqualTo(Sessions.listed(library().store(), layout()).size());
  }

  /** Beside the library's own indexer, which is told of the same changes. */
  @Test
  void sixteenIndexersAtOnceLoseNothing() throws Exception {
    long rev = library().index().rev();
    List<Future<Integer>> writers = new ArrayList<>();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < WRITERS; i++) {
        int writer = i;
        writers.add(executor.submit(() -> write(writer)));
      }
    }
    for (Future<Integer> writer : writers) {
      assertThat(writer.get()).isEqualTo(SESSIONS_OF_A_WRITER);
    }
    assertThat(library().index().rev())
        .isGreaterThanOrEqualTo(rev + WRITERS * SESSIONS_OF_A_WRITER);
    assertThat(indexed()).containsAll(written());
    library().awaitRight();
  }

  private static List<SessionId> written() {
    List<SessionId> ids = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      for (int n = 0; n < SESSIONS_OF_A_WRITER; n++) {
        ids.add(session(writer, n));
      }
    }
    return ids;
  }

  private static SessionId session(int writer, int n) {
    return new SessionId("20260102000000_writer_%d_%d".formatted(writer, n));
  }

  /** Puts sessions and indexes each, with handlers of its own; how many were acknowledged. */
  private int write(int writer) {
    Indexing parts =
        new Indexing(
            library().store(),
            _ -> {},
            library().config(),
            InstantSource.system(),
            new SecureRandom());
    IndexerHandler handler = new IndexerHandler(parts);
    int acknowledged = 0;
    for (int n = 0; n < SESSIONS_OF_A_WRITER; n++) {
      SessionId id = session(writer, n);
      Sessions.put(library(), id.base(), "by " + writer);
      acknowledged += index(handler, layout().session(id)) ? 1 : 0;
    }
    return acknowledged;
  }

  /** Hands one message to an indexer, again as the queue would if it comes back. */
  private static boolean index(IndexerHandler handler, String key) {
    for (int delivery = 0; delivery < 20; delivery++) {
      SQSBatchResponse response =
          handler.handleRequest(Events.batch(List.of(Events.changed(key))), new TestContext());
      if (response.getBatchItemFailures().isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
