package io.fastshot.store.fault;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Decides what goes wrong with each call. Asked once per call, in the order of their numbers, never
 * by two threads at once: a simulation can drive every decision.
 */
@FunctionalInterface
public interface FaultPlan {

  /** The fault of a call. */
  Fault next(Call call);

  /** Nothing ever goes wrong. */
  static FaultPlan none() {
    return _ -> Fault.none();
  }

  /** The given faults, one after the other, for the calls that match; then none. */
  static FaultPlan script(Predicate<Call> which, Fault... faults) {
    Queue<Fault> left = new ArrayDeque<>(Arrays.asList(faults));
    return call -> {
      Fault next = which.test(call) ? left.poll() : null;
      return next == null ? Fault.none() : next;
    };
  }

  /** Faults at random; the same seed and the same calls give the same faults. */
  static FaultPlan random(RandomGenerator random, FaultRates rates) {
    return new RandomFaults(random, rates);
  }
}
