package io.fastshot.client.indexing;

import java.time.Duration;
import java.util.List;

/**
 * How a run of the indexer ended.
 *
 * @param outcome whether the index is right
 * @param lookedAt sessions that were looked at, in all rounds; one that changed again counts again
 * @param rounds comparisons of the bucket with the index; the last one found nothing if {@code
 *     outcome} is {@link Outcome#RIGHT}
 * @param took from beginning to end
 * @param reasons what went wrong, in words for a person; empty if nothing
 * @param unreadable sessions that are listed although their files cannot be read
 */
public record IndexRun(
    Outcome outcome,
    int lookedAt,
    int rounds,
    Duration took,
    List<String> reasons,
    Unreadable unreadable) {

  /** Whether the index is right. */
  public enum Outcome {
    /** The last comparison found no difference. */
    RIGHT,
    /** Sessions kept changing, or could not be looked at. */
    NOT_YET,
    /** Somebody asked to stop; the next run goes on. */
    STOPPED
  }

  public IndexRun {
    reasons = List.copyOf(reasons);
  }
}
