package io.fastshot.client.data.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.data.Bucket;
import io.fastshot.client.data.Library;
import io.fastshot.client.data.queue.TransferStatus.State;
import io.fastshot.client.data.transfer.Upload;
import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionId;
import io.fastshot.store.ByteRange;
import io.fastshot.store.Content;
import io.fastshot.store.ForwardingObjectStore;
import io.fastshot.store.GetOutcome;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.Precondition;
import io.fastshot.store.PutOutcome;
import io.fastshot.store.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queue over a bucket in memory whose requests can be held back. */
class TransfersTest {
  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir Path home;
  private final Bucket bucket = new Bucket();
  private final Gate gate = new Gate();
  private Library library;

  @SuppressWarnings("NullAway.Init")
  TransfersTest() {}

  @BeforeEach
  void openLibrary() {
    library = open();
  }

  @AfterEach
  void close() {
    gate.release();
    library.close();
  }

  private Library open() {
    return Library.open(Bucket.settings(), home, CLOCK, () -> gate);
  }

  /** Starts the program again. */
  private void restart() {
    library.close();
    library = open();
    library.transfers().start();
  }

  /** Counts what is under way, and holds it until it is released or interrupted. */
  private final class Gate extends ForwardingObjectStore {
    private final AtomicInteger under = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> begun = new ConcurrentLinkedQueue<>();
    private volatile CountDownLatch open = new CountDownLatch(0);

    @Override
    protected ObjectStore target() {
      return bucket.client();
    }

    void hold() {
      open = new CountDownLatch(1);
    }

    void release() {
      open.countDown();
    }

    private void pass(String key) {
      begun.add(key);
      most.accumulateAndGet(under.incrementAndGet(), Math::max);
      try {
        if (!open.await(30, TimeUnit.SECONDS)) {
          throw new IllegalStateException("nobody opened the gate");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StoreException.Unavailable("the request was ended", e);
      } finally {
        under.decrementAndGet();
      }
    }

    @Override
    public PutOutcome put(String key, Content content, Precondition precondition) {
      pass(key);
      return super.put(key, content, precondition);
    }

    @Override
    public GetOutcome get(String key, ByteRange range, Precondition precondition) {
      pass(key);
      return super.get(key, range, precondition);
    }
  }

  private static void await(String what, BooleanSupplier holds) {
    for (int i = 0; i < 3_000 && !holds.getAsBoolean(); i++) {
      LockSupport.parkNanos(10_000_000);
    }
    assertThat(holds.getAsBoolean()).as(what).isTrue();
  }

  private Path file(String name) throws IOException {
    return Files.writeString(home.resolve(name + ".fastshot"), "session " + name);
  }

  private String upload(String name) throws IOException {
    return library.transfers().upload(file(name), Upload.Check.ANY_FILE);
  }

  private List<State> states() {
    return library.transfers().list().stream().map(TransferStatus::state).toList();
  }

  private void awaitStates(State... states) {
    await("states are " + List.of(states), () -> states().equals(List.of(states)));
  }

  private String key(String name) {
    return Bucket.LAYOUT.session(new SessionId(name));
  }

  private boolean isInBucket(String name) {
    return bucket.store.head(key(name)).isPresent();
  }

  @Test
  void uploadsAndDownloadsAreDoneAndStayUntilTheyAreCleared() throws IOException {
    IndexRow row = IndexRow.of(bucket.session("b", "bytes".getBytes(StandardCharsets.UTF_8)), 1);
    library.transfers().start();
    upload("a");
    library.transfers().download(row);
    awaitStates(State.DONE, State.DONE);
    assertThat(isInBucket("a")).isTrue();
    assertThat(library.localCopy(row)).isPresent();
    restart();
    awaitStates(State.DONE, State.DONE);
    library.transfers().clearDone();
    awaitStates();
    assertThat(gate.begun).hasSize(2);
  }

  @Test
  void notMoreThanTheLimitRunAtOnceAndInTheirOrder() throws IOException {
    gate.hold();
    library.transfers().atOnce(2);
    library.transfers().start();
    String a = upload("a");
    String b = upload("b");
    upload("c");
    String d = upload("d");
    await("two run", () -> gate.under.get() == 2);
    library.transfers().move(List.of(d), -1);
    assertThat(library.transfers().list()).extracting(TransferStatus::id).startsWith(a, b, d);
    gate.release();
    awaitStates(State.DONE, State.DONE, State.DONE, State.DONE);
    assertThat(gate.most.get()).isEqualTo(2);
    assertThat(List.copyOf(gate.begun).indexOf(key("d")))
        .isLessThanOrEqualTo(List.copyOf(gate.begun).indexOf(key("c")));
  }

  @Test
  void pauseEndsTheRequestAndResumeGoesOnAlsoAfterARestart() throws IOException {
    gate.hold();
    library.transfers().start();
    String id = upload("a");
    await("it runs", () -> gate.under.get() == 1);
    library.transfers().pause(List.of(id));
    await("its request has ended", () -> gate.under.get() == 0);
    awaitStates(State.PAUSED);
    gate.release();
    restart();
    awaitStates(State.PAUSED);
    assertThat(isInBucket("a")).isFalse();
    library.transfers().resume(List.of(id));
    awaitStates(State.DONE);
    assertThat(isInBucket("a")).isTrue();
  }

  @Test
  void cancelEndsTheRequestAndTakesItFromListAndJournal() throws IOException {
    gate.hold();
    library.transfers().start();
    String id = upload("a");
    await("it runs", () -> gate.under.get() == 1);
    library.transfers().cancel(List.of(id));
    await("its request has ended", () -> gate.under.get() == 0);
    awaitStates();
    gate.release();
    restart();
    assertThat(states()).isEmpty();
    assertThat(isInBucket("a")).isFalse();
    assertThat(home.resolve("a.fastshot")).exists();
  }

  @Test
  void whatMayPassIsTriedAgainByItself() throws IOException {
    AtomicInteger left = new AtomicInteger(8);
    bucket.faults(_ ->
        left.getAndDecrement() > 0
            ? new io.fastshot.store.fault.Fault.NotApplied(
                io.fastshot.store.fault.Fault.Failure.UNREACHABLE)
            : io.fastshot.store.fault.Fault.none());
    library.transfers().start();
    upload("a");
    await("it waits, and says why", () -> states().contains(State.WAITING));
    assertThat(library.transfers().list().getFirst().note()).contains("no connection");
    library.transfers().connected();
    awaitStates(State.DONE);
  }

  @Test
  void whatDoesNotPassFailsWithItsReasonAndATakenNameOffersAnother() throws IOException {
    bucket.write(key("a"), "somebody else's");
    library.transfers().start();
    String id = upload("a");
    awaitStates(State.FAILED);
    TransferStatus failed = library.transfers().list().getFirst();
    assertThat(failed.note()).contains("another session named a.fastshot");
    SessionId free = new SessionId("a (2)");
    assertThat(failed.free()).isEqualTo(free);
    restart();
    awaitStates(State.FAILED);
    library.transfers().uploadAs(id, free);
    awaitStates(State.DONE);
    assertThat(isInBucket("a (2)")).isTrue();
    assertThat(home.resolve("a.fastshot")).exists();
    assertThat(bucket.store.head(key("a")).orElseThrow().sizeBytes()).isEqualTo(15);
  }

  @Test
  void aFileThatChangedOrVanishedSinceIsSaidAndNotUploaded() throws IOException {
    upload("a");
    upload("b");
    Files.writeString(home.resolve("a.fastshot"), "something longer than it was");
    Files.delete(home.resolve("b.fastshot"));
    library.transfers().start();
    awaitStates(State.FAILED, State.FAILED);
    assertThat(library.transfers().list().getFirst().note()).contains("was changed since");
    assertThat(library.transfers().list().getLast().note()).contains("no longer there");
    assertThat(gate.begun).isEmpty();
  }

  @Test
  void askedForTwiceItIsOneTransfer() throws IOException {
    assertThat(upload("a"))
        .isEqualTo(library.transfers().upload(home.resolve("a.fastshot"), Upload.Check.ANY_FILE));
    IndexRow row = IndexRow.of(bucket.session("b", new byte[] {1}), 1);
    assertThat(library.transfers().download(row)).isEqualTo(library.transfers().download(row));
    library.transfers().start();
    awaitStates(State.DONE, State.DONE);
  }

  @Test
  void aSecondProgramAddsAndLooksOnAndTakesOver() throws IOException {
    library.transfers().start();
    await("the first runs them", () -> library.transfers().isRunner());
    try (Library second = open()) {
      second.transfers().start();
      second.transfers().upload(file("a"), Upload.Check.ANY_FILE);
      awaitStates(State.DONE);
      await(
          "the second sees it", () -> second.transfers().list().equals(library.transfers().list()));
      assertThat(second.transfers().isRunner()).isFalse();
      library.close();
      await("it takes over", () -> second.transfers().isRunner());
      second.transfers().upload(file("b"), Upload.Check.ANY_FILE);
      await("and runs", () -> isInBucket("b"));
    }
  }

  @Test
  void aDamagedEntryIsSetAsideAndSaidAndTheOthersGoOn() throws IOException {
    upload("a");
    upload("b");
    Path journal;
    try (var files = Files.walk(home)) {
      journal =
          files.filter(f -> f.toString().endsWith(".transfer.json")).findFirst().orElseThrow();
    }
    Files.writeString(journal, "{\"version\": 1, \"order\":");
    restart();
    awaitStates(State.DONE);
    assertThat(library.status().cache().problems())
        .anySatisfy(problem -> assertThat(problem).contains("set aside"));
  }

  @Test
  void speedAndTimeLeftAreOfTheLastSeconds() {
    Instant[] now = {Instant.EPOCH};
    Meter meter = new Meter(() -> now[0]);
    meter.at(1_000_000); // what was there before does not count
    for (int second = 1; second <= 10; second++) {
      now[0] = Instant.ofEpochSecond(second);
      meter.at(1_000_000 + second * 500_000L);
    }
    assertThat(meter.bytesPerSecond()).isEqualTo(500_000);
    meter.at(5); // read again, to be signed
    assertThat(meter.done()).isEqualTo(6_000_000);
    now[0] = Instant.ofEpochSecond(60);
    assertThat(meter.bytesPerSecond()).isZero();
  }
}
