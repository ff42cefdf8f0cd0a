package io.fastshot.indexer.update;

import io.fastshot.indexer.queue.NominationQueue;
import io.fastshot.indexer.queue.QueueException;
import io.fastshot.indexer.queue.QueueMessages;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Asks for a look at the index some time after the original app has put a session: it writes its
 * own list over the index last of all, some seconds later, and the list has no event.
 *
 * <p>One message a minute at most from one of these. After every session there is a look that comes
 * at least half a minute later.
 *
 * <p><b>Threads:</b> safe from several.
 */
public final class LookAgain {
  /** Until the look: one interval and the time that the app may take for its list. */
  static final Duration DELAY = Duration.ofSeconds(90);

  private static final Duration LIST_TAKES = Duration.ofSeconds(30);

  private final NominationQueue queue;
  private final InstantSource clock;
  private Instant due = Instant.MIN;

  public LookAgain(NominationQueue queue, InstantSource clock) {
    this.queue = queue;
    this.clock = clock;
  }

  /**
   * A session of the original app was seen. Sends a message unless one is under way that comes late
   * enough.
   *
   * @return a note for the log if the queue refused: the hourly check will find the list
   */
  public synchronized Optional<String> seen() {
    Instant now = clock.instant();
    if (due.isAfter(now.plus(LIST_TAKES))) {
      return Optional.empty();
    }
    try {
      queue.sendLater(QueueMessages.look(), DELAY);
      due = now.plus(DELAY);
      return Optional.empty();
    } catch (QueueException e) {
      return Optional.of("no look could be asked for: " + e.getMessage());
    }
  }
}
