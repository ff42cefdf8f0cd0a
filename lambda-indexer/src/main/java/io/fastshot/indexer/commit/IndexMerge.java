package io.fastshot.indexer.commit;

import io.fastshot.indexer.observe.Observation;
import io.fastshot.model.IndexRow;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.RebuildState;
import io.fastshot.model.Removal;
import io.fastshot.model.SessionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes the next version of an index. Pure: the same input gives the same version.
 *
 * @param base the version before
 * @param nonce random, so that no two versions have the same bytes
 * @param now the time of the new version
 */
public record IndexMerge(OverallIndex base, String nonce, Instant now) {

  /**
   * The next version with what was observed.
   *
   * <p>Every observed key gets the new rev, changed or not, a present one in its row, an absent one
   * among the removals: that is what lets other writers see what was touched.
   *
   * @param observed settled observations
   * @param rebuild the state of the rebuild in the new version
   * @param complete whether the rows are now known to cover the bucket
   */
  public OverallIndex observed(
      Map<SessionId, Observation> observed, @Nullable RebuildState rebuild, boolean complete) {
    long rev = base.rev() + 1;
    List<Removal> removed = new ArrayList<>();
    List<IndexRow> present = new ArrayList<>();
    Map<SessionId, IndexRow> before = rowsOf(observed.keySet());
    for (Map.Entry<SessionId, Observation> entry : new TreeMap<>(observed).entrySet()) {
      switch (entry.getValue()) {
        case Observation.Present(var meta, boolean _) ->
            present.add(withOther(IndexRow.of(meta, rev), before.get(entry.getKey())));
        case Observation.Absent _ -> removed.add(new Removal(entry.getKey(), rev, now));
        case Observation.Failed(String reason, boolean _) ->
            throw new IllegalArgumentException("not settled: " + reason);
      }
    }
    base.removed().stream()
        .filter(removal -> !observed.containsKey(removal.id()))
        .forEach(removed::add);
    RemovalLog log = new RemovalLog(removed, base.removedFloor()).pruned(now);
    return version(rebuild, complete, log, rows(present, observed.keySet()));
  }

  /** The next version with the same rows. */
  public OverallIndex rebuilding(@Nullable RebuildState rebuild, boolean complete) {
    return version(
        rebuild, complete, new RemovalLog(base.removed(), base.removedFloor()), base.rows());
  }

  private OverallIndex version(
      @Nullable RebuildState rebuild, boolean complete, RemovalLog log, List<IndexRow> rows) {
    return new OverallIndex(
        base.rev() + 1,
        nonce,
        now,
        complete,
        rebuild,
        log.floor(),
        log.removed(),
        rows,
        base.other());
  }

  private Map<SessionId, IndexRow> rowsOf(Set<SessionId> ids) {
    Map<SessionId, IndexRow> rows = new HashMap<>();
    for (IndexRow row : base.rows()) {
      if (ids.contains(row.id())) {
        rows.put(row.id(), row);
      }
    }
    return rows;
  }

  private List<IndexRow> rows(List<IndexRow> touched, Set<SessionId> ids) {
    List<IndexRow> rows = new ArrayList<>(touched);
    Set<SessionId> seen = new HashSet<>(ids);
    for (IndexRow row : base.rows()) {
      if (seen.add(row.id())) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static IndexRow withOther(IndexRow row, @Nullable IndexRow before) {
    return before == null
        ? row
        : new IndexRow(row.meta(), row.descCut(), row.rev(), before.other());
  }
}
