package io.fastshot.indexer;

import static io.fastshot.indexer.ScriptedStore.Verb.PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastshot.indexer.queue.NominationQueue;
import io.fastshot.indexer.queue.QueueMessages;
import io.fastshot.indexer.run.Indexing;
import io.fastshot.indexer.run.Parallel;
import io.fastshot.model.RebuildState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rebuilds that die half-way, are cancelled half-way, or meet another one. */
class RebuildCrashTest {
  private static final String ALL = "{\"mode\":\"all\"}";
  private static final String FORCED = "{\"mode\":\"all\",\"force\":true}";
  private static final String CHECK = "{\"mode\":\"check\"}";
  private static final int PARTS = 4;
  private static final Duration STALE = Duration.ofMinutes(16);
  private final TestLibrary library = new TestLibrary();

  /** The end of a process: passes through every handler, as nothing of it runs on. */
  private static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  @BeforeEach
  void unseenSessions() {
    for (int i = 0; i < PARTS * QueueMessages.MAX_PART_KEYS; i++) {
      library.put("s%03d".formatted(i));
    }
  }

  private RebuildState state() {
    return Objects.requireNonNull(library.index().rebuild());
  }

  private String start(String request) {
    var answer = library.rebuild(request);
    assertThat(answer.path("status").asString()).isEqualTo("started");
    assertThat(answer.path("parts").asInt()).isEqualTo(PARTS);
    return answer.path("id").asString();
  }

  /** Changes that nobody tells of, in sessions that are in the index and such that are not. */
  private void changeSilently() {
    library.delete("s000");
    library.put("s001", TestLibrary.session("replaced"));
    library.delete("s039");
    library.put("s038", TestLibrary.session("replaced"));
  }

  private void assertRepairedByTheHourlyCheck() {
    assertThat(library.rebuild(CHECK).path("status").asString()).isEqualTo("already_running");
    library.pass(STALE);
    library.rebuild(CHECK);
    library.drain();
    assertThat(state().state()).isEqualTo(RebuildState.State.DONE);
    assertThat(library.index().complete()).isTrue();
    library.assertIndexIsRight();
  }

  /** Starts a rebuild whose process ends once the queue has taken so many parts. */
  private void crashAfterSending(int parts) {
    NominationQueue dying =
        bodies -> {
          library.queue.addAll(bodies.subList(0, parts));
          throw new Crash();
        };
    RebuildHandler handler =
        new RebuildHandler(
            new Indexing(
                library.store,
                dying,
                library.config,
                library.now::get,
                new Random(3),
                library.parts.sleeper(),
                Parallel.sequential()));
    var request = new ByteArrayInputStream(ALL.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(
            () -> handler.handleRequest(request, new ByteArrayOutputStream(), new TestContext()))
        .isInstanceOf(Crash.class);
  }

  @Test
  void aStartThatDiedBeforeItSentAPartIsTakenOverOnceItIsStale() {
    crashAfterSending(0);
    assertThat(state().isRunning()).isTrue();
    assertThat(library.index().complete()).isFalse();
    assertRepairedByTheHourlyCheck();
  }

  @Test
  void partsThatWereNeverSentAreMissedByNobodyInTheEnd() {
    crashAfterSending(PARTS - 1);
    library.drain();
    assertThat(state().partsDone()).isEqualTo(PARTS - 1);
    assertThat(state().isRunning()).isTrue();
    assertThat(library.index().complete()).as("not all was seen").isFalse();
    changeSilently();
    assertRepairedByTheHourlyCheck();
  }

  @Test
  void aPartWhoseHandlerDiedBeforeOrAfterItsInstallCountsOnce() {
    start(ALL);
    String first = library.queue.removeFirst();
    String second = library.queue.removeFirst();
    library.store.before(PUT, "overall_meta.json", 1, RebuildCrashTest::crash);
    assertThatThrownBy(() -> library.handle(first)).isInstanceOf(Crash.class);
    assertThat(state().partsDone()).isZero();
    library.store.after(PUT, "overall_meta.json", 1, RebuildCrashTest::crash);
    assertThatThrownBy(() -> library.handle(second)).isInstanceOf(Crash.class);
    assertThat(state().partsDone()).isEqualTo(1);

    assertThat(library.handle(first, second, first)).isEmpty();
    assertThat(state().partsDone()).isEqualTo(2);
    assertThat(library.handle(second)).isEmpty();
    assertThat(state().partsDone()).isEqualTo(2);
    library.drain();
    assertThat(state().state()).isEqualTo(RebuildState.State.DONE);
    library.assertIndexIsRight();
  }

  private static void crash() {
    throw new Crash();
  }

  @Test
  void aRebuildCancelledHalfWayLeavesWhatItSawAndTheCheckFindsTheRest() {
    start(ALL);
    assertThat(library.handle(library.queue.removeFirst())).isEmpty();
    List<String> seen = library.names();
    assertThat(seen).hasSize(QueueMessages.MAX_PART_KEYS);
    library.rebuild("{\"action\":\"cancel\"}");
    library.drain();
    assertThat(library.names()).isEqualTo(seen);
    assertThat(library.index().complete()).isFalse();

    changeSilently();
    assertThat(library.rebuild(CHECK).path("status").asString()).isEqualTo("started");
    library.drain();
    assertThat(library.index().complete()).isTrue();
    library.assertIndexIsRight();
  }

  @Test
  void ofTwoRebuildsThePartsOfBothAreObservedAndThoseOfTheSecondCounted() {
    String first = start(ALL);
    List<String> firstParts = new ArrayList<>(library.queue);
    library.queue.clear();
    assertThat(library.handle(firstParts.getFirst())).isEmpty();
    changeSilently();
    String second = start(FORCED);
    assertThat(second).isNotEqualTo(first);
    List<String> secondParts = new ArrayList<>(library.queue);
    library.queue.clear();

    for (int i = 0; i < secondParts.size(); i++) {
      assertThat(state().isRunning()).isTrue();
      assertThat(library.handle(firstParts.get(firstParts.size() - 1 - i))).isEmpty();
      assertThat(state().partsDone()).as("the first rebuild's parts are not counted").isEqualTo(i);
      assertThat(library.handle(secondParts.get(i), firstParts.get(i))).isEmpty();
    }
    assertThat(state().id()).isEqualTo(second);
    assertThat(state().state()).isEqualTo(RebuildState.State.DONE);
    library.assertIndexIsRight();
  }

  @Test
  void ofTwoThatStartAtTheSameMomentOneRuns() {
    List<String> other = new ArrayList<>();
    library.store.before(
        PUT, "overall_meta.json", 1, () -> other.add(library.rebuild(ALL).path("id").asString()));
    var answer = library.rebuild(ALL);
    assertThat(answer.path("status").asString()).isEqualTo("already_running");
    assertThat(answer.path("id").asString()).isEqualTo(other.getFirst());
    assertThat(library.queue).hasSize(PARTS);
    library.drain();
    assertThat(state().id()).isEqualTo(other.getFirst());
    assertThat(state().state()).isEqualTo(RebuildState.State.DONE);
    library.assertIndexIsRight();
  }

  @Test
  void ofTwoThatAreForcedAtTheSameMomentTheLaterWriterRuns() {
    library.store.before(PUT, "overall_meta.json", 1, () -> start(FORCED));
    String later = start(FORCED);
    assertThat(library.queue).hasSize(2 * PARTS);
    library.drain();
    assertThat(state().id()).isEqualTo(later);
    assertThat(state().state()).isEqualTo(RebuildState.State.DONE);
    library.assertIndexIsRight();
  }
}
