package io.fastshot.client.data.catalog;

import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What turns one list into another.
 *
 * @param added rows whose session was not there, in the order of the newer list
 * @param changed rows of sessions that were there and now show something else, as they are now
 * @param removed sessions that are no longer there
 */
public record CatalogDiff(List<IndexRow> added, List<IndexRow> changed, List<SessionId> removed) {

  public CatalogDiff {
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    removed = List.copyOf(removed);
  }

  /** Whether both lists show the same. */
  public boolean isEmpty() {
    return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
  }

  /**
   * What turns {@code before} into {@code after}. A row that only got another rev is not changed.
   */
  public static CatalogDiff between(CatalogSnapshot before, CatalogSnapshot after) {
    Map<SessionId, IndexRow> old = HashMap.newHashMap(before.rows().size());
    before.rows().forEach(row -> old.put(row.id(), row));
    List<IndexRow> added = new ArrayList<>();
    List<IndexRow> changed = new ArrayList<>();
    for (IndexRow row : after.rows()) {
      IndexRow was = old.remove(row.id());
      if (was == null) {
        added.add(row);
      } else if (!was.meta().equals(row.meta()) || was.descCut() != row.descCut()) {
        changed.add(row);
      }
    }
    List<SessionId> removed =
        before.rows().stream().map(IndexRow::id).filter(old::containsKey).toList();
    return new CatalogDiff(added, changed, removed);
  }
}
