package io.fastshot.integration.aws;

import java.time.Duration;
import java.util.function.Supplier;

/** Waits for what another process does. */
public final class Waiting {
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 2_000;

  private Waiting() {}

  /**
   * Asks again and again, with pauses that grow.
   *
   * @param whatIsMissing empty if nothing is missing any more
   * @throws AssertionError with what was missing last, if that takes longer than {@code patience}
   */
  public static void until(Duration patience, Supplier<String> whatIsMissing)
      throws InterruptedException {
    long start = System.nanoTime();
    long pause = FIRST_PAUSE_MILLIS;
    for (String missing = whatIsMissing.get(); !missing.isEmpty(); missing = whatIsMissing.get()) {
      if (System.nanoTime() - start > patience.toNanos()) {
        throw new AssertionError("after " + patience + ": " + missing);
      }
      Thread.sleep(pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
    }
  }
}
