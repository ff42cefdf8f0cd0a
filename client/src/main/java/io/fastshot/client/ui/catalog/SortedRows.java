package io.fastshot.client.ui.catalog;

import io.fastshot.model.IndexRow;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All rows in the order asked for last, so that a key stroke in the search box sorts nothing, and
 * what the rows of its column are compared by, so that a refresh makes only what is new and the
 * other direction nothing.
 *
 * <p><b>Threads:</b> one at a time; takes all processors for a moment.
 */
final class SortedRows {
  private static final Comparator<Keyed> SMALL_FIRST =
      (a, b) -> Arrays.compareUnsigned(a.key, b.key);
  private static final Keyed[] NONE = {};

  private List<IndexRow> rows = List.of();
  private List<IndexRow> sorted = List.of();
  private Keyed[] keyed = NONE; // in the order of the catalog
  private @Nullable SortOrder order;

  @SuppressWarnings("ArrayRecordComponent") // compared by identity only
  private record Keyed(IndexRow row, byte[] key) {}

  List<IndexRow> of(RowsRequest request) {
    boolean known = request.order().equals(order) && request.rows().equals(rows);
    // States change without the rows.
    if (!known || request.order().column() == SessionColumn.STATE) {
      keyed = keyed(request);
      Keyed[] next = keyed.clone();
      // Stable: rows that are equal in this column stay as they stand.
      Arrays.parallelSort(next, request.order().ascending() ? SMALL_FIRST : SMALL_FIRST.reversed());
      sorted = Arrays.stream(next).map(Keyed::row).toList();
      rows = List.copyOf(request.rows());
      order = request.order();
    }
    return sorted;
  }

  private Keyed[] keyed(RowsRequest request) {
    SessionColumn column = request.order().column();
    boolean same = order != null && order.column() == column && column != SessionColumn.STATE;
    IdentityHashMap<IndexRow, Keyed> before = new IdentityHashMap<>(same ? keyed.length : 0);
    if (same) {
      Arrays.stream(keyed).forEach(known -> before.put(known.row, known));
    }
    List<IndexRow> all = request.rows();
    return IntStream.range(0, all.size())
        .parallel()
        .mapToObj(i -> {
          Keyed known = before.get(all.get(i));
          return known == null ? new Keyed(all.get(i), column.sortKey(all.get(i), request)) : known;
        })
        .toArray(Keyed[]::new);
  }
}
