package io.fastshot.indexer.commit;

import io.fastshot.indexer.run.Deadline;
import io.fastshot.indexer.run.Indexing;
import java.time.Duration;

/** Waits between tries. */
public final class Backoff {
  private Backoff() {}

  /**
   * Waits as the policy says after so many losses; blocks the caller.
   *
   * @param losses 1 or more
   * @return false, at once, if the wait would not end before the deadline or the thread is
   *     interrupted: do not try again
   */
  public static boolean waited(Indexing parts, int losses, Deadline deadline) {
    Duration wait = parts.config().commit().waitAfter(losses, parts.random());
    if (wait.compareTo(deadline.remaining()) >= 0) {
      return false;
    }
    try {
      parts.sleeper().sleep(wait);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
