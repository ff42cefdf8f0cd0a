package io.fastshot.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The overall index: one row per session.
 *
 * @param rev version, +1 at each installed write; 0 if there is no index yet
 * @param nonce random, fresh at each write, so that no two versions have the same bytes
 * @param lastUpdated when it was written; null if there is no index yet or the document does not
 *     say
 * @param complete whether the rows are known to cover the whole bucket
 * @param rebuild the last rebuild, running or ended; null if there was none
 * @param removedFloor the highest rev that was dropped from {@code removed}: whoever holds an older
 *     version cannot tell from this document what was removed since
 * @param removed the last removals, highest rev first
 * @param rows unique by id, highest rev first, rows of one rev in the order of their ids
 * @param other members of the document that this version does not know; kept when it is rewritten
 */
public record OverallIndex(
    long rev,
    String nonce,
    @Nullable Instant lastUpdated,
    boolean complete,
    @Nullable RebuildState rebuild,
    long removedFloor,
    List<Removal> removed,
    List<IndexRow> rows,
    Map<String, @Nullable Object> other) {

  public OverallIndex {
    removed = List.copyOf(removed);
    rows = List.copyOf(rows);
    other = Frozen.map(other);
    if (rev < 0 || removedFloor < 0) {
      throw new IllegalArgumentException("rev or removedFloor is negative: " + rev);
    }
  }

  /** No index: what a missing document means. */
  public static OverallIndex empty() {
    return new OverallIndex(0, "", null, false, null, 0, List.of(), List.of(), Map.of());
  }
}
