package io.fastshot.indexer.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A point in time until which work may go on.
 *
 * @param clock what tells the time
 * @param at the point
 */
public record Deadline(InstantSource clock, Instant at) {

  /** So long from now. */
  public static Deadline in(Duration duration, InstantSource clock) {
    return new Deadline(clock, clock.instant().plus(duration));
  }

  /** What is left; zero or negative when it has passed. */
  public Duration remaining() {
    return Duration.between(clock.instant(), at);
  }

  /** Whether nothing is left. */
  public boolean passed() {
    return !clock.instant().isBefore(at);
  }
}
