package io.fastshot.client.data;

import java.time.Duration;

/** Waits between two tries; tests hand in one that does not. */
@FunctionalInterface
interface Pause {
  void sleep(Duration duration) throws InterruptedException;
}
