package io.fastshot.indexer.queue;

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
}
