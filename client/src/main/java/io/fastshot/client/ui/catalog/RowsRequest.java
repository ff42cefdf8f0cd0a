package io.fastshot.client.ui.catalog;

import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the table asks to be shown.
 *
 * @param rows all rows, in the order of the catalog
 * @param query which of them
 * @param order in which order
 * @param activities what goes on, to sort by state
 * @param local what is on this machine, to sort by state
 */
record RowsRequest(
    List<IndexRow> rows,
    String query,
    SortOrder order,
    Map<SessionId, Activity> activities,
    Set<SessionId> local) {

  /** Sorts and filters; blocks for tens of milliseconds at 100,000 rows, the first time longer. */
  ShownRows answer(SortedRows sorted, SearchTexts texts) {
    return ShownRows.of(texts.matching(sorted.of(this), query, local), query, order);
  }

  String stateText(IndexRow row) {
    return RowState.of(row, activities.get(row.id()), local.contains(row.id())).text();
  }
}
