package io.fastshot.store.fault;

import java.time.Duration;

/**
 * How often each fault is drawn, as probabilities that add up to 1 at most.
 *
 * @param unreachable of {@link Fault.Failure#UNREACHABLE}
 * @param throttled of {@link Fault.Failure#THROTTLED}
 * @param denied of {@link Fault.Failure#DENIED}
 * @param lostAnswer of {@link Fault.LostAnswer}
 * @param lateWrite of {@link Fault.LateWrite}, landing after 1 to 20 calls
 * @param writeConflict of {@link Fault.WriteConflict}
 * @param truncatedList of {@link Fault.TruncatedList}, keeping 0 to 10 entries
 * @param maxDelay every call takes between zero and this
 */
public record FaultRates(
    double unreachable,
    double throttled,
    double denied,
    double lostAnswer,
    double lateWrite,
    double writeConflict,
    double truncatedList,
    Duration maxDelay) {

  public FaultRates {
    double sum =
        unreachable + throttled + denied + lostAnswer + lateWrite + writeConflict + truncatedList;
    if (!(sum >= 0 && sum <= 1) || maxDelay.isNegative()) {
      throw new IllegalArgumentException("the rates add up to " + sum + ", not to 0..1");
    }
  }

  /** The same rate for all faults but {@link Fault.Failure#DENIED}, without delay. */
  public static FaultRates uniform(double rate) {
    return new FaultRates(rate, rate, 0, rate, rate, rate, rate, Duration.ZERO);
  }
}
