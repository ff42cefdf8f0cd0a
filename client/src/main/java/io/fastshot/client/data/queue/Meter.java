package io.fastshot.client.data.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/** How fast bytes move, over the last seconds. Safe from any thread. */
final class Meter {
  private static final Duration WINDOW = Duration.ofSeconds(5);
  private static final Duration STEP = Duration.ofMillis(200);

  private final InstantSource clock;
  private final Deque<Sample> samples = new ArrayDeque<>();
  private long done;

  private record Sample(Instant at, long bytes) {}

  Meter(InstantSource clock) {
    this.clock = clock;
  }

  /** So many bytes are over; what was over at the first call does not count for the speed. */
  synchronized void at(long bytes) {
    done = Math.max(done, bytes); // a body may be read twice: to sign it, and to send it
    Instant now = clock.instant();
    if (samples.isEmpty() || !now.isBefore(samples.getLast().at().plus(STEP))) {
      samples.add(new Sample(now, done));
      forgetBefore(now.minus(WINDOW));
    }
  }

  private void forgetBefore(Instant oldest) {
    while (samples.size() > 1 && samples.getFirst().at().isBefore(oldest)) {
      samples.removeFirst();
    }
  }

  synchronized long done() {
    return done;
  }

  /** 0 if nothing is known yet, or nothing moved for a while. */
  synchronized long bytesPerSecond() {
    Instant now = clock.instant();
    forgetBefore(now.minus(WINDOW));
    if (samples.isEmpty()) {
      return 0;
    }
    long millis = Duration.between(samples.getFirst().at(), now).toMillis();
    return millis < STEP.toMillis() ? 0 : (done - samples.getFirst().bytes()) * 1000 / millis;
  }
}
