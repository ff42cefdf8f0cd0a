package io.fastshot.client.data.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.fastshot.client.data.Bucket;
import io.fastshot.client.data.bytes.Progress;
import io.fastshot.client.data.connection.Failure;
import io.fastshot.client.data.connection.Retry;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.model.Checksum;
import io.fastshot.model.SessionId;
import io.fastshot.store.ObjectInfo;
import io.fastshot.store.ObjectStores;
import io.fastshot.store.StoreFixture;
import io.fastshot.store.Verb;
import io.fastshot.store.fault.Call;
import io.fastshot.store.fault.Fault;
import io.fastshot.store.fault.FaultPlan;
import io.fastshot.store.fault.FaultRates;
import io.fastshot.store.parts.PartUploads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large files are sent in parts, and go on where they were. */
class PartsUploadTest {
  private static final SessionId ID = new SessionId("20250621_large");
  private static final String KEY = Bucket.LAYOUT.session(ID);
  private static final Fault AWAY = new Fault.NotApplied(Fault.Failure.UNREACHABLE);

  @TempDir Path home;
  private final Bucket bucket = new Bucket();
  private Path file = Path.of("");
  private byte[] bytes = {};

  @BeforeEach
  void makeFile() throws IOException {
    bytes = new byte[10_600_000];
    new SplittableRandom(1).nextBytes(bytes);
    file = Files.write(home.resolve(ID.filename()), bytes);
  }

  private UploadOutcome upload(PartMemory memory) {
    return uploads().upload(new Upload(file, ID, Upload.Check.ANY_FILE, memory), Progress.none());
  }

  private Uploads uploads() {
    return new Uploads(
        bucket.client(),
        Bucket.LAYOUT,
        new SessionFileCheck(XorMask.none()),
        new Retry(2, Duration.ZERO, _ -> {}),
        new Uploads.PartSizes(6_000_000, PartUploads.MIN_PART_BYTES));
  }

  /** As the journal's: it outlives the run. */
  private static final class Memory implements PartMemory {
    private Optional<UnfinishedUpload> noted = Optional.empty();

    @Override
    public Optional<UnfinishedUpload> noted() {
      return noted;
    }

    @Override
    public void note(UnfinishedUpload upload) {
      noted = Optional.of(upload);
    }

    @Override
    public void clear() {
      noted = Optional.empty();
    }

    @Override
    public boolean outlives() {
      return true;
    }
  }

  private void fail(Predicate<Call> which, Fault... faults) {
    bucket.faults(FaultPlan.script(which, faults));
  }

  private static Predicate<Call> verb(Verb verb) {
    return call -> call.verb() == verb;
  }

  private void assertArrivedAndNothingIsLeft() {
    ObjectInfo info = bucket.store.head(KEY).orElseThrow();
    assertThat(info.checksum()).isNotNull().returns(Checksum.CRC64NVME, Checksum::algorithm);
    assertThat(ObjectStores.read(bucket.store, KEY, 1 << 25).orElseThrow().bytes())
        .isEqualTo(bytes);
    assertNoPartsAreLeft();
  }

  private void assertNoPartsAreLeft() {
    assertThat(bucket.store.inParts().orElseThrow().begun(KEY)).isEmpty();
  }

  @Test
  void aLargeFileGoesInPartsEachOnce() {
    assertThat(upload(PartMemory.ofThisRun())).isInstanceOf(UploadOutcome.Uploaded.class);
    assertArrivedAndNothingIsLeft();
    assertThat(bucket.counting.snapshot().of(Verb.PUT_PART).requests()).isEqualTo(3);
    assertThat(bucket.counting.snapshot().of(Verb.PUT_PART).bytesUp()).isEqualTo(bytes.length);
    assertThat(bucket.counting.snapshot().total().requests()).isEqualTo(3 + 5);
  }

  @Test
  void whatWasSentBeforeIsNotSentAgain() {
    Memory memory = new Memory();
    bucket.faults(call -> call.verb() == Verb.PUT_PART && call.number() > 4 ? AWAY : Fault.none());
    assertThat(upload(memory))
        .asInstanceOf(type(UploadOutcome.Failed.class))
        .returns(Failure.Kind.OFFLINE, failed -> failed.failure().kind());
    bucket.faults(FaultPlan.none());
    bucket.counting.reset();
    assertThat(upload(memory)).isInstanceOf(UploadOutcome.Uploaded.class);
    assertThat(bucket.counting.snapshot().of(Verb.PUT_PART).requests()).isEqualTo(2);
    assertThat(memory.noted()).isEmpty();
    assertArrivedAndNothingIsLeft();
  }

  @Test
  void whoWillNotGoOnLeavesNoParts() {
    bucket.faults(call -> call.verb() == Verb.COMPLETE_PARTS ? AWAY : Fault.none());
    assertThat(upload(PartMemory.ofThisRun())).isInstanceOf(UploadOutcome.Failed.class);
    assertNoPartsAreLeft();
  }

  @Test
  void aLostAnswerToTheCompletionIsSettledByLooking() {
    fail(verb(Verb.COMPLETE_PARTS), new Fault.LostAnswer());
    assertThat(upload(new Memory())).isInstanceOf(UploadOutcome.Uploaded.class);
    assertArrivedAndNothingIsLeft();
  }

  @Test
  void ofABeginningWithoutAnAnswerNothingIsLeft() {
    Memory memory = new Memory();
    String foreign = bucket.store.inParts().orElseThrow().begin(KEY, StoreFixture.content("x"));
    fail(verb(Verb.BEGIN_PARTS), new Fault.LostAnswer());
    assertThat(upload(memory)).isInstanceOf(UploadOutcome.Uploaded.class);
    assertThat(bucket.store.inParts().orElseThrow().begun(KEY)).containsExactly(foreign);
  }

  @Test
  void anUploadThatSomebodyEndedIsBegunAnew() throws IOException {
    Memory memory = new Memory();
    bucket.faults(call -> call.verb() == Verb.COMPLETE_PARTS ? AWAY : Fault.none());
    upload(memory);
    String id = memory.noted().orElseThrow().id();
    assertThat(id).isNotNull();
    bucket.store.inParts().orElseThrow().abort(KEY, String.valueOf(id));
    bucket.faults(FaultPlan.none());
    assertThat(upload(memory)).isInstanceOf(UploadOutcome.Uploaded.class);
    assertArrivedAndNothingIsLeft();
  }

  @Test
  void sameContentIsToldBeforeAnythingIsSent() {
    upload(PartMemory.ofThisRun());
    bucket.counting.reset();
    assertThat(upload(PartMemory.ofThisRun())).isInstanceOf(UploadOutcome.AlreadyThere.class);
    assertThat(bucket.counting.snapshot().total().requests()).isEqualTo(1);
    assertThat(bucket.counting.snapshot().total().bytesUp()).isZero();
  }

  @Test
  void whoIsOvertakenReplacesNothingAndLeavesNoParts() {
    bucket.faults(call -> {
      if (call.verb() == Verb.COMPLETE_PARTS && bucket.store.head(KEY).isEmpty()) {
        bucket.write(KEY, "faster");
      }
      return Fault.none();
    });
    assertThat(upload(new Memory())).isInstanceOf(UploadOutcome.NameTaken.class);
    assertThat(bucket.store.head(KEY).orElseThrow().sizeBytes()).isEqualTo(6);
    assertNoPartsAreLeft();
  }

  @Test
  void aFileThatChangesMeanwhileIsNotUploadedHalf() {
    bucket.faults(call -> {
      if (call.verb() == Verb.PUT_PART) {
        change();
      }
      return Fault.none();
    });
    assertThat(upload(new Memory()))
        .asInstanceOf(type(UploadOutcome.Failed.class))
        .extracting(failed -> failed.failure().reason())
        .asString()
        .contains("was changed");
    assertThat(bucket.store.head(KEY)).isEmpty();
    assertNoPartsAreLeft();
  }

  private void change() {
    try {
      Files.write(file, new byte[10_600_001]);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void underFaultsItArrivesOnceAndAbandoningLeavesNothing() throws IOException {
    for (int seed = 0; seed < 4; seed++) {
      Memory memory = new Memory();
      bucket.faults(FaultPlan.random(new Random(seed), FaultRates.uniform(0.04)));
      UploadOutcome outcome = upload(memory);
      for (int again = 0; again < 30 && outcome instanceof UploadOutcome.Failed; again++) {
        outcome = upload(memory);
      }
      bucket.faults(FaultPlan.none());
      assertThat(outcome)
          .as("seed %s", seed)
          .isInstanceOfAny(UploadOutcome.Uploaded.class, UploadOutcome.AlreadyThere.class);
      uploads().abandon(ID, memory);
      bucket.store.delete(KEY, io.fastshot.store.Precondition.none());
    }
  }
}
