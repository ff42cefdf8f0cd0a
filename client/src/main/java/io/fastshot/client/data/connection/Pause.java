package io.fastshot.client.data.connection;

import java.time.Duration;

/** Waits between two tries; tests hand in one that does not. */
@FunctionalInterface
public interface Pause {
  void sleep(Duration duration) throws InterruptedException;
}
