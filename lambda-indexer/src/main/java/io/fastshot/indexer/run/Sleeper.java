package io.fastshot.indexer.run;

import java.time.Duration;

/** Waits; replaced where time is simulated. */
@FunctionalInterface
public interface Sleeper {

  /**
   * Blocks the caller.
   *
   * @throws InterruptedException if the thread was interrupted; the caller gives up
   */
  void sleep(Duration duration) throws InterruptedException;

  /** Waits in real time. */
  static Sleeper system() {
    return Thread::sleep;
  }
}
