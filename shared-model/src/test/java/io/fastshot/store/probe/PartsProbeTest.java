package io.fastshot.store.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastshot.model.KeyLayout;
import io.fastshot.store.CountingObjectStore;
import io.fastshot.store.MemoryObjectStore;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.StoreException;
import io.fastshot.store.StoreFixture;
import io.fastshot.store.Verb;
import io.fastshot.store.fault.Fault;
import io.fastshot.store.fault.FaultPlan;
import io.fastshot.store.fault.FaultRates;
import io.fastshot.store.fault.FaultyObjectStore;
import io.fastshot.store.fault.Waiter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The probe of uploads in parts: what it asks, and that faults give no wrong verdict. */
class PartsProbeTest {
  private static final int SEEDS = 1_000;

  private final MemoryObjectStore bucket = new MemoryObjectStore();

  private static Support probe(ObjectStore store, long seed) {
    return new PartsProbe(store, store.inParts().orElseThrow(), "p/", new Random(seed)).run();
  }

  @Test
  void aRightStoreHoldsIsAskedSixteenTimesAndNothingIsLeft() {
    CountingObjectStore counting = new CountingObjectStore(bucket, KeyLayout.atRoot());
    assertThat(probe(counting, 1)).isEqualTo(Support.HOLDS);
    assertThat(counting.snapshot().total().requests()).isEqualTo(16);
    assertThat(StoreFixture.keys(bucket, "")).isEmpty();
  }

  @Test
  void faultsGiveNoWrongVerdict() {
    List<Support> verdicts = new ArrayList<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      FaultPlan plan = FaultPlan.random(new Random(seed), FaultRates.uniform(0.02));
      ObjectStore faulty = new FaultyObjectStore(new MemoryObjectStore(), plan, Waiter.sleeping());
      try {
        verdicts.add(probe(faulty, seed));
      } catch (StoreException.Unavailable _) {
        // No answer is no verdict.
      }
    }
    assertThat(verdicts).hasSizeGreaterThan(SEEDS / 10).containsOnly(Support.HOLDS);
  }

  @Test
  void whoMayNotUploadInPartsKnowsNothing() {
    FaultPlan denied =
        FaultPlan.script(
            call -> call.verb() == Verb.BEGIN_PARTS, new Fault.NotApplied(Fault.Failure.DENIED));
    ObjectStore store = new FaultyObjectStore(bucket, denied, Waiter.sleeping());
    assertThat(probe(store, 1)).isEqualTo(Support.UNKNOWN);
  }

  @Test
  void itIsMadeWhenItIsNeededAndItsFindingIsKept() {
    AtomicInteger probes = new AtomicInteger();
    Memory memory = new Memory();
    ProbedCapabilities first = capabilities(probes, memory, Support.HOLDS);
    assertThat(first.forWrites().parts()).isEqualTo(Support.UNKNOWN);
    assertThat(probes).hasValue(0);
    assertThat(first.forParts().parts()).isEqualTo(Support.HOLDS);
    assertThat(first.forParts().findings()).contains("uploads in parts hold");
    assertThat(capabilities(probes, memory, Support.IGNORED).forParts().parts())
        .isEqualTo(Support.HOLDS);
    assertThat(probes).hasValue(1);
  }

  @Test
  void noAnswerIsNotKept() {
    ProbedCapabilities away =
        new ProbedCapabilities(
            () -> StoreCapabilities.aws().withParts(Support.UNKNOWN),
            () -> {
              throw new StoreException.Unavailable("away", null);
            },
            new Memory());
    assertThatThrownBy(away::forParts).isInstanceOf(StoreException.Unavailable.class);
  }

  private static ProbedCapabilities capabilities(
      AtomicInteger probes, Memory memory, Support found) {
    return new ProbedCapabilities(
        () -> StoreCapabilities.aws().withParts(Support.UNKNOWN),
        () -> {
          probes.incrementAndGet();
          return found;
        },
        memory);
  }

  private static final class Memory implements CapabilityMemory {
    private Optional<StoreCapabilities> kept = Optional.empty();

    @Override
    public Optional<StoreCapabilities> recall() {
      return kept;
    }

    @Override
    public void remember(StoreCapabilities found) {
      kept = Optional.of(found);
    }
  }
}
