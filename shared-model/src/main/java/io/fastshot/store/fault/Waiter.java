package io.fastshot.store.fault;

import java.time.Duration;

/** Lets time pass; a simulation moves its own clock in place of sleeping. */
@FunctionalInterface
public interface Waiter {

  /** Returns after that time, or when the thread is interrupted. */
  void await(Duration time) throws InterruptedException;

  /** Sleeps. */
  static Waiter sleeping() {
    return Thread::sleep;
  }
}
