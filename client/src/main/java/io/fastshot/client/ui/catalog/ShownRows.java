package io.fastshot.client.ui.catalog;

import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows that the table shows.
 *
 * @param rows in the order shown
 * @param positions the position of each in {@code rows}
 * @param query the text that they match
 * @param order the order they are in
 */
public record ShownRows(
    List<IndexRow> rows, Map<SessionId, Integer> positions, String query, SortOrder order) {

  /** No rows. */
  public static ShownRows none() {
    return new ShownRows(List.of(), Map.of(), "", SortOrder.initial());
  }

  static ShownRows of(List<IndexRow> rows, String query, SortOrder order) {
    Map<SessionId, Integer> positions = HashMap.newHashMap(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      positions.put(rows.get(i).id(), i);
    }
    return new ShownRows(rows, positions, query, order);
  }

  /** Whether both show the same sessions in the same order. */
  public boolean isSameOrder(ShownRows other) {
    if (rows.size() != other.rows.size()) {
      return false;
    }
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).id().equals(other.rows.get(i).id())) {
        return false;
      }
    }
    return true;
  }
}
