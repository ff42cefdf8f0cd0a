package io.fastshot.indexer.queue;

import java.time.Duration;
import java.util.List;

/** The queue that feeds {@code IndexerHandler}, seen from the side that sends. */
@FunctionalInterface
public interface NominationQueue {

  /**
   * Sends messages. Blocks until the queue has taken all of them.
   *
   * @param bodies each one message, at most 256 KiB of UTF-8; may be empty
   * @throws QueueException if the queue did not take all of them; some may have been taken. Sending
   *     again is safe: a message that arrives twice has no effect the second time
   */
  void send(List<String> bodies);

  /**
   * Sends a message that is to arrive later.
   *
   * @param body as for {@link #send}
   * @param delay at most 15 minutes; a queue that knows no delay delivers at once
   * @throws QueueException if the queue did not take it
   */
  default void sendLater(String body, Duration delay) {
    send(List.of(body));
  }
}
