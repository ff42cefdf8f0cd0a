package io.fastshot.store.fault;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Draws faults. Every call draws the same number of values, so that a change of one decision does
 * not shift those that follow.
 */
final class RandomFaults implements FaultPlan {
  private static final int MAX_LATE_CALLS = 20;
  private static final int MAX_KEPT = 10;

  private final RandomGenerator random;
  private final FaultRates rates;

  RandomFaults(RandomGenerator random, FaultRates rates) {
    this.random = random;
    this.rates = rates;
  }

  @Override
  public Fault next(Call call) {
    double draw = random.nextDouble();
    int late = random.nextInt(1, MAX_LATE_CALLS + 1);
    int kept = random.nextInt(MAX_KEPT + 1);
    double slowness = random.nextDouble();
    Fault fault = pick(draw, late, kept);
    Duration delay = Duration.ofNanos((long) (slowness * rates.maxDelay().toNanos()));
    return delay.isZero() ? fault : new Fault.Delayed(delay, fault);
  }

  private Fault pick(double draw, int late, int kept) {
    double rest = draw - rates.unreachable();
    if (rest < 0) {
      return new Fault.NotApplied(Fault.Failure.UNREACHABLE);
    }
    rest -= rates.throttled();
    if (rest < 0) {
      return new Fault.NotApplied(Fault.Failure.THROTTLED);
    }
    rest -= rates.denied();
    if (rest < 0) {
      return new Fault.NotApplied(Fault.Failure.DENIED);
    }
    rest -= rates.lostAnswer();
    if (rest < 0) {
      return new Fault.LostAnswer();
    }
    rest -= rates.lateWrite();
    if (rest < 0) {
      return new Fault.LateWrite(late);
    }
    rest -= rates.writeConflict();
    if (rest < 0) {
      return new Fault.WriteConflict();
    }
    return rest < rates.truncatedList() ? new Fault.TruncatedList(kept) : Fault.none();
  }
}
