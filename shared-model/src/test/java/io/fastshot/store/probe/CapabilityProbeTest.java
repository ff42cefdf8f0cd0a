package io.fastshot.store.probe;

import static io.fastshot.store.StoreFixture.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastshot.model.KeyLayout;
import io.fastshot.store.ByteRange;
import io.fastshot.store.CountingObjectStore;
import io.fastshot.store.ForwardingObjectStore;
import io.fastshot.store.GetOutcome;
import io.fastshot.store.MemoryObjectStore;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.Precondition;
import io.fastshot.store.StoreException;
import io.fastshot.store.StoreFixture;
import io.fastshot.store.StoredChecksums;
import io.fastshot.store.fault.Fault;
import io.fastshot.store.fault.FaultPlan;
import io.fastshot.store.fault.FaultRates;
import io.fastshot.store.fault.FaultyObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The probe on a store that is right, when other things go wrong. */
class CapabilityProbeTest {
  private static final KeyLayout LAYOUT = new KeyLayout("team/");
  private static final int SEEDS = 3_000;

  /** Uploads in parts have a probe of their own, made when they are needed. */
  private static final StoreCapabilities ALL_BUT_PARTS =
      StoreCapabilities.aws().withParts(Support.UNKNOWN);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-02T03:04:05Z"));
  private final MemoryObjectStore bucket = new MemoryObjectStore(now::get, 1_000);

  private CapabilityProbe probe(ObjectStore store, long seed) {
    return new CapabilityProbe(_ -> store, LAYOUT.probes(), new Random(seed));
  }

  private static ObjectStore faulty(ObjectStore store, FaultPlan plan) {
    return new FaultyObjectStore(
        store,
        plan,
        _ -> {
          throw new AssertionError("no delay was planned");
        });
  }

  private List<String> left() {
    return StoreFixture.keys(bucket, "");
  }

  /**
   * LocalStack refuses such a copy, exchanges the bytes, and keeps the checksum of those before.
   */
  @Test
  void bytesThatDoNotHaveTheirChecksumWereNotSpared() {
    IOException differs = new StoredChecksums.MismatchException("the checksum differs", null);
    StoreCapabilities found = probe(copiesReadAs(differs, Integer.MAX_VALUE), 1).run();
    assertThat(found.conditionalWritesHold()).isTrue();
    assertThat(found.copies()).isEqualTo(Support.IGNORED);
  }

  /** It would be believed for a month. */
  @Test
  void aConnectionThatBreaksIsNoFinding() {
    IOException broken = new IOException("the answer ended 3 bytes too early");
    assertThat(probe(copiesReadAs(broken, 2), 1).run()).isEqualTo(ALL_BUT_PARTS);
    Memory memory = new Memory();
    ObjectStore always = copiesReadAs(broken, Integer.MAX_VALUE);
    assertThatThrownBy(probed(always, memory, new AtomicInteger())::forWrites)
        .isInstanceOf(StoreException.Unavailable.class);
    assertThat(memory.recall()).isEmpty();
    assertThat(left()).isEmpty();
  }

  /** The bucket, but the first reads of what was copied end so. */
  private ObjectStore copiesReadAs(IOException failure, int times) {
    AtomicInteger left = new AtomicInteger(times);
    return new ForwardingObjectStore() {
      @Override
      protected ObjectStore target() {
        return bucket;
      }

      @Override
      public GetOutcome get(String key, ByteRange range, Precondition precondition) {
        GetOutcome outcome = super.get(key, range, precondition);
        return key.endsWith("-copy")
                && outcome instanceof GetOutcome.Found found
                && left.getAndDecrement() > 0
            ? new GetOutcome.Found(found.info(), 0, new Failing(failure))
            : outcome;
      }
    };
  }

  private static final class Failing extends InputStream {
    private final IOException failure;

    Failing(IOException failure) {
      this.failure = failure;
    }

    @Override
    public int read() throws IOException {
      throw failure;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      throw failure;
    }
  }

  @Test
  void itCostsThirteenRequestsBelowTheLibrarysPrefix() {
    CountingObjectStore counted = new CountingObjectStore(bucket, LAYOUT);
    List<String> written = new ArrayList<>();
    ObjectStore watched =
        faulty(
            counted,
            call -> {
              written.add(call.key());
              return Fault.none();
            });
    assertThat(probe(watched, 1).run()).isEqualTo(ALL_BUT_PARTS);

    assertThat(counted.snapshot().total().requests()).isEqualTo(13);
    assertThat(written).hasSize(13).allMatch(key -> key.startsWith("team/fastshot_probe/"));
    assertThat(left()).isEmpty();
  }

  @Test
  void manyAtOnceDoNotDisturbEachOther() throws Exception {
    AtomicInteger seed = new AtomicInteger();
    assertThat(together(16, () -> probe(bucket, seed.incrementAndGet()).run()))
        .containsOnly(ALL_BUT_PARTS);
    assertThat(left()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void whatADeadProbeLeftIsRemovedByALaterOneAfterAnHour(int lastCall) {
    AtomicInteger calls = new AtomicInteger();
    ObjectStore dying =
        faulty(
            bucket,
            _ -> {
              if (calls.incrementAndGet() > lastCall) {
                throw new IllegalStateException("the process died");
              }
              return Fault.none();
            });
    assertThatThrownBy(() -> probe(dying, 1).run()).isInstanceOf(IllegalStateException.class);
    List<String> litter = left();
    assertThat(litter).isNotEmpty();

    now.updateAndGet(time -> time.plus(Duration.ofMinutes(59)));
    probe(bucket, 2).run();
    assertThat(left()).isEqualTo(litter);

    now.updateAndGet(time -> time.plus(Duration.ofMinutes(2)));
    probe(bucket, 3).run();
    assertThat(left()).isEmpty();
  }

  /** A wrong verdict would shut a good store, or open a bad one. */
  @Test
  void faultsNeverLeadToAWrongVerdict() {
    int verdicts = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      FaultRates rates = new FaultRates(0.03, 0.05, 0, 0.05, 0.03, 0, 0.02, Duration.ZERO);
      ObjectStore store =
          faulty(new MemoryObjectStore(), FaultPlan.random(new Random(seed), rates));
      Optional<StoreCapabilities> found = verdict(store, seed);
      verdicts += found.isPresent() ? 1 : 0;
      assertThat(found.map(StoreCapabilities::writes))
          .as("seed " + seed)
          .isIn(Optional.empty(), Optional.of(Support.HOLDS));
    }
    assertThat(verdicts).as("probes that came to an end").isGreaterThan(SEEDS / 2);
  }

  private Optional<StoreCapabilities> verdict(ObjectStore store, long seed) {
    try {
      return Optional.of(probe(store, seed).run());
    } catch (StoreException.Unavailable _) {
      return Optional.empty(); // tried again later
    }
  }

  @Test
  void aFindingIsRememberedAndReadersNeverProbe() {
    AtomicInteger probes = new AtomicInteger();
    Memory memory = new Memory();
    ProbedCapabilities first = probed(bucket, memory, probes);
    assertThat(first.forReads().writes()).isEqualTo(Support.UNKNOWN);
    assertThat(probes).hasValue(0);
    assertThat(first.forWrites()).isEqualTo(ALL_BUT_PARTS);
    assertThat(first.forWrites()).isEqualTo(first.forReads());

    ProbedCapabilities second = probed(bucket, memory, probes);
    assertThat(second.forReads()).isEqualTo(ALL_BUT_PARTS);
    assertThat(second.forWrites()).isEqualTo(ALL_BUT_PARTS);
    assertThat(probes).hasValue(1);
    assertThat(second.anew()).isEqualTo(ALL_BUT_PARTS);
    assertThat(probes).hasValue(2);
  }

  private ProbedCapabilities probed(ObjectStore store, Memory memory, AtomicInteger probes) {
    return new ProbedCapabilities(
        () -> probe(store, probes.incrementAndGet()).run(), () -> Support.UNKNOWN, memory);
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

  @Test
  void whoMayNotWriteTheScratchObjectsGoesOnCarefully() {
    Memory memory = new Memory();
    AtomicInteger probes = new AtomicInteger();
    FaultPlan denied = _ -> new Fault.NotApplied(Fault.Failure.DENIED);
    ProbedCapabilities found = probed(faulty(bucket, denied), memory, probes);
    assertThat(found.forWrites().writes()).isEqualTo(Support.UNKNOWN);
    assertThat(found.forWrites().findings().getFirst()).startsWith("not known: the probe was not");
    assertThat(probes).hasValue(1);
    assertThat(memory.recall()).isEmpty();
  }

  @Test
  void anOutageIsNoFinding() {
    AtomicInteger probes = new AtomicInteger();
    FaultPlan down = _ -> new Fault.NotApplied(Fault.Failure.UNREACHABLE);
    ProbedCapabilities found = probed(faulty(bucket, down), new Memory(), probes);
    assertThatThrownBy(found::forWrites).isInstanceOf(StoreException.Unavailable.class);
    assertThatThrownBy(found::forWrites).isInstanceOf(StoreException.Unavailable.class);
    assertThat(probes).hasValue(2);
  }
}
