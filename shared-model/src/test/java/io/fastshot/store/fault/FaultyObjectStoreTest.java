package io.fastshot.store.fault;

import static io.fastshot.store.StoreFixture.content;
import static io.fastshot.store.StoreFixture.put;
import static io.fastshot.store.StoreFixture.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastshot.store.ByteRange;
import io.fastshot.store.DeleteOutcome;
import io.fastshot.store.ETag;
import io.fastshot.store.MemoryObjectStore;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.ObjectStoreContract;
import io.fastshot.store.Precondition;
import io.fastshot.store.PutOutcome;
import io.fastshot.store.StoreException;
import io.fastshot.store.Verb;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FaultyObjectStoreTest extends ObjectStoreContract {
  private static final Precondition NONE = Precondition.none();
  private final MemoryObjectStore memory = new MemoryObjectStore();

  /** Without faults it keeps the contract. */
  @Override
  protected ObjectStore newStore() {
    return new FaultyObjectStore(new MemoryObjectStore(), FaultPlan.none(), Waiter.sleeping());
  }

  private FaultyObjectStore faulty(Verb verb, Fault... faults) {
    return new FaultyObjectStore(
        memory, FaultPlan.script(call -> call.verb() == verb, faults), _ -> {});
  }

  private static void unavailable(Runnable call) {
    assertThatThrownBy(call::run).isInstanceOf(StoreException.Unavailable.class);
  }

  @Test
  void aLostAnswerIsApplied() throws IOException {
    FaultyObjectStore store = faulty(Verb.PUT, new Fault.LostAnswer());
    unavailable(() -> store.put("k", content("x"), Precondition.absent()));
    assertThat(text(memory, "k")).isEqualTo("x");
    assertThat(store.put("k", content("x"), Precondition.absent()))
        .isEqualTo(new PutOutcome.Conflict());
  }

  @Test
  void whatDoesNotArriveIsNotApplied() {
    FaultyObjectStore store =
        faulty(
            Verb.PUT,
            new Fault.NotApplied(Fault.Failure.UNREACHABLE),
            new Fault.NotApplied(Fault.Failure.THROTTLED),
            new Fault.NotApplied(Fault.Failure.DENIED));
    unavailable(() -> store.put("k", content("x"), NONE));
    unavailable(() -> store.put("k", content("x"), NONE));
    assertThatThrownBy(() -> store.put("k", content("x"), NONE))
        .isInstanceOf(StoreException.Denied.class);
    assertThat(memory.head("k")).isEmpty();
  }

  @Test
  void aLateWriteLandsAfterTheAskedNumberOfCalls() {
    FaultyObjectStore store = faulty(Verb.PUT, new Fault.LateWrite(2));
    unavailable(() -> store.put("k", content("late"), NONE));
    assertThat(store.head("k")).isEmpty();
    assertThat(store.head("k")).isEmpty();
    assertThat(store.lateWrites()).extracting(Call::key).containsExactly("k");
    assertThat(store.head("k")).isPresent();
    assertThat(store.lateWrites()).isEmpty();
  }

  @Test
  void aLateWriteLooksAtItsConditionWhenItLands() throws IOException {
    ETag first = put(memory, "k", "first");
    FaultyObjectStore store =
        faulty(Verb.PUT, new Fault.LateWrite(Long.MAX_VALUE), new Fault.LateWrite(Long.MAX_VALUE));
    unavailable(() -> store.put("k", content("late"), Precondition.matches(first)));
    put(memory, "k", "other");
    store.landAll();
    assertThat(text(memory, "k")).isEqualTo("other");
    ETag other = memory.head("k").orElseThrow().etag();
    unavailable(() -> store.put("k", content("late"), Precondition.matches(other)));
    assertThat(text(store, "k")).isEqualTo("other");
    store.landLate(0);
    assertThat(text(store, "k")).isEqualTo("late");
  }

  @Test
  void aLateDeleteRemovesLater() {
    put(memory, "k", "x");
    FaultyObjectStore store = faulty(Verb.DELETE, new Fault.LateWrite(1));
    unavailable(() -> store.delete("k", NONE));
    assertThat(store.head("k")).isPresent();
    assertThat(store.head("k")).isEmpty();
  }

  @Test
  void aWriteConflictIsNotApplied() {
    put(memory, "k", "x");
    FaultyObjectStore store =
        new FaultyObjectStore(
            memory,
            FaultPlan.script(call -> true, new Fault.WriteConflict(), new Fault.WriteConflict()),
            _ -> {});
    assertThat(store.put("n", content("x"), NONE)).isEqualTo(new PutOutcome.Conflict());
    assertThat(store.delete("k", NONE)).isEqualTo(new DeleteOutcome.Conflict());
    assertThat(memory.head("k")).isPresent();
    assertThat(memory.head("n")).isEmpty();
  }

  @Test
  void aTruncatedListHasNoToken() {
    for (String key : new String[] {"a", "b", "c"}) {
      put(memory, key, "x");
    }
    FaultyObjectStore store = faulty(Verb.LIST, new Fault.TruncatedList(1));
    assertThat(store.list("", null).objects()).hasSize(1);
    assertThat(store.list("", null).objects()).hasSize(3);
  }

  @Test
  void delaysGoToTheWaiterBeforeTheFault() {
    List<Duration> waited = new ArrayList<>();
    Fault slow = new Fault.Delayed(Duration.ofSeconds(5), new Fault.LostAnswer());
    FaultyObjectStore store = new FaultyObjectStore(memory, _ -> slow, waited::add);
    unavailable(() -> store.get("k", ByteRange.whole(), NONE));
    assertThat(waited).containsExactly(Duration.ofSeconds(5));
  }

  @Test
  void anInterruptedWaitIsUnavailableAndKeepsTheInterrupt() {
    Fault slow = new Fault.Delayed(Duration.ofDays(1), Fault.none());
    FaultyObjectStore store = new FaultyObjectStore(memory, _ -> slow, Waiter.sleeping());
    Thread.currentThread().interrupt();
    unavailable(() -> store.head("k"));
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void theSameSeedGivesTheSameFaults() {
    List<Fault> first = faults(7);
    assertThat(faults(7)).isEqualTo(first);
    assertThat(faults(8)).isNotEqualTo(first);
    assertThat(first).hasAtLeastOneElementOfType(Fault.LostAnswer.class);
    assertThat(first).hasAtLeastOneElementOfType(Fault.LateWrite.class);
    assertThat(first).hasAtLeastOneElementOfType(Fault.TruncatedList.class);
    assertThat(first).contains(Fault.none());
  }

  private static List<Fault> faults(long seed) {
    FaultPlan plan = FaultPlan.random(new SplittableRandom(seed), FaultRates.uniform(0.1));
    List<Fault> faults = new ArrayList<>();
    for (long i = 0; i < 200; i++) {
      faults.add(plan.next(new Call(i, Verb.PUT, "k", NONE)));
    }
    return faults;
  }
}
