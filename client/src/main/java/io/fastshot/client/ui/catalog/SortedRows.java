package io.fastshot.client.ui.catalog;

import io.fastshot.model.IndexRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All rows in the order asked for last, so that a key stroke in the search box sorts nothing: texts
 * of 100,000 rows take a second to sort as people read them.
 *
 * <p><b>Threads:</b> one at a time.
 */
final class SortedRows {
  private List<IndexRow> rows = List.of();
  private List<IndexRow> sorted = List.of();
  private @Nullable SortOrder order;

  List<IndexRow> of(RowsRequest request) {
    boolean known = request.order().equals(order) && request.rows().equals(rows);
    // States change without the rows.
    if (!known || request.order().column() == SessionColumn.STATE) {
      var comparator = request.order().column().comparator(request);
      sorted =
          request.rows().stream()
              .sorted(request.order().ascending() ? comparator : comparator.reversed())
              .toList();
      rows = List.copyOf(request.rows());
      order = request.order();
    }
    return sorted;
  }
}
