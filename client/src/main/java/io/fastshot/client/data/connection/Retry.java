package io.fastshot.client.data.connection;

import io.fastshot.store.StoreException;
import java.time.Duration;

/**
 * How often something is tried that the store did not answer.
 *
 * @param attempts 1 or more
 * @param firstWait before the second try; doubled before each further one
 * @param pause how to wait
 */
public record Retry(int attempts, Duration firstWait, Pause pause) {

  /** Three tries within a second: longer outages are for the person to see. */
  public static Retry shortly() {
    return new Retry(3, Duration.ofMillis(200), Thread::sleep);
  }

  /** What is tried; may run several times. */
  @FunctionalInterface
  public interface Step<T> {
    public T run(int attempt);
  }

  /**
   * Runs a step until it does not end in {@link StoreException.Unavailable}.
   *
   * @throws StoreException.Unavailable of the last try
   */
  public <T> T run(Step<T> step) {
    for (int attempt = 1; ; attempt++) {
      try {
        return step.run(attempt);
      } catch (StoreException.Unavailable e) {
        if (attempt == attempts) {
          throw e;
        }
        sleep(attempt, e);
      }
    }
  }

  private void sleep(int attempt, StoreException.Unavailable cause) {
    try {
      pause.sleep(firstWait.multipliedBy(1L << (attempt - 1)));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw cause;
    }
  }
}
