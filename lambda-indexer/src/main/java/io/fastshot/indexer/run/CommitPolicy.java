package io.fastshot.indexer.run;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often and how patiently a compare-and-swap is repeated.
 *
 * @param attempts the most PUTs of one commit; 1 or more
 * @param lossesBeforeHalving after so many lost attempts, and again after each so many more, a
 *     batch gives half of its keys back to the queue; 1 or more
 * @param firstWait the longest wait after the first loss; doubles with each loss
 * @param longestWait where the doubling ends
 * @param lookAgainAfter when so much time has passed since the base was read, a writer looks
 *     whether it is still the newest before it writes; zero: always. See docs/decisions/0115
 */
public record CommitPolicy(
    int attempts,
    int lossesBeforeHalving,
    Duration firstWait,
    Duration longestWait,
    Duration lookAgainAfter) {

  /**
   * 12 attempts, halving after 3, waits from 0-50 ms to 0-2 s: about 10 s in all on average, well
   * inside a function's minute. Half a second is many times what a look costs that finds nothing.
   */
  public static final CommitPolicy DEFAULT =
      new CommitPolicy(12, 3, Duration.ofMillis(50), Duration.ofSeconds(2), Duration.ofMillis(500));

  public CommitPolicy {
    if (attempts < 1 || lossesBeforeHalving < 1) {
      throw new IllegalArgumentException(
          "attempts or lossesBeforeHalving is below 1: " + attempts + ", " + lossesBeforeHalving);
    }
    if (firstWait.isNegative() || longestWait.compareTo(firstWait) < 0) {
      throw new IllegalArgumentException("not a wait: " + firstWait + " to " + longestWait);
    }
    if (lookAgainAfter.isNegative()) {
      throw new IllegalArgumentException("lookAgainAfter is negative: " + lookAgainAfter);
    }
  }

  /** This policy with another {@link #lookAgainAfter}. */
  public CommitPolicy lookingAgainAfter(Duration time) {
    return new CommitPolicy(attempts, lossesBeforeHalving, firstWait, longestWait, time);
  }

  /**
   * A wait with full jitter: evenly between nothing and the bound, so that writers that collided
   * once spread out.
   *
   * @param losses lost attempts so far; 1 or more
   * @see <a
   *     href="https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/">
   *     Timeouts, retries, and backoff with jitter</a>
   */
  public Duration waitAfter(int losses, RandomGenerator random) {
    long doubled = firstWait.toMillis() << Math.min(losses - 1, 20);
    long bound = Math.min(doubled, longestWait.toMillis());
    return Duration.ofMillis(random.nextLong(bound + 1));
  }

  /** Whether a batch gives half of its keys back after so many losses. */
  public boolean halvesAfter(int losses) {
    return losses > 0 && losses % lossesBeforeHalving == 0;
  }
}
