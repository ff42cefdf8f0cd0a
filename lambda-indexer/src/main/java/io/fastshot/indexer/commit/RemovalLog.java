package io.fastshot.indexer.commit;

import io.fastshot.model.Removal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last removals that an index tells of.
 *
 * @param removed highest rev first
 * @param floor the highest rev of a removal that is told no longer
 */
record RemovalLog(List<Removal> removed, long floor) {

  /** So many are always told. */
  static final int ALWAYS_KEPT = 1_000;

  /** So young ones are told beyond that: a client that is opened once a week reads a head. */
  static final Duration KEPT_FOR = Duration.ofDays(7);

  /** So many are never exceeded: some 2 MB of JSON before compression. */
  static final int MOST_KEPT = 20_000;

  RemovalLog {
    removed = List.copyOf(removed);
  }

  /** Drops what is told long enough, and raises the floor by it. */
  RemovalLog pruned(Instant now) {
    Instant oldest = now.minus(KEPT_FOR);
    List<Removal> kept = new ArrayList<>();
    long raised = floor;
    for (Removal removal : removed) {
      boolean young = isAfter(removal.at(), oldest) && kept.size() < MOST_KEPT;
      if (young || kept.size() < ALWAYS_KEPT) {
        kept.add(removal);
      } else {
        raised = Math.max(raised, removal.rev());
      }
    }
    return new RemovalLog(kept, raised);
  }

  private static boolean isAfter(@Nullable Instant at, Instant limit) {
    return at != null && at.isAfter(limit);
  }
}
