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
  private static final Keyed[] NONE = {};

  private List<IndexRow> rows = List.of();
  private List<IndexRow> sorted = List.of();
  private Keyed[] keyed = NONE; // in the order of the catalog
  private @Nullable SortOrder order;

  @SuppressWarnings("ArrayRecordComponent") // compared by identity only
  private record Keyed(IndexRow row, byte[][] keys) {}

  List<IndexRow> of(RowsRequest request) {
    boolean known = request.order().equals(order) && request.rows().equals(rows);
    // States change without the rows.
    if (!known || request.order().columns().contains(SessionColumn.STATE)) {
      keyed = keyed(request);
      Keyed[] next = keyed.clone();
      // Stable: rows that are equal in all these columns stay as they stand.
      Arrays.parallelSort(next, comparator(request.order()));
      sorted = Arrays.stream(next).map(Keyed::row).toList();
      rows = List.copyOf(request.rows());
      order = request.order();
    }
    return sorted;
  }

  private static byte[][] keys(IndexRow row, List<SessionColumn> columns, RowsRequest request) {
    return columns.stream().map(column -> column.sortKey(row, request)).toArray(byte[][]::new);
  }

  private static Comparator<Keyed> comparator(SortOrder order) {
    return (a, b) -> {
      for (int i = 0; i < a.keys.length; i++) {
        int difference = Arrays.compareUnsigned(a.keys[i], b.keys[i]);
        if (difference != 0) {
          return order.keys().get(i).ascending() ? difference : -difference;
        }
      }
      return 0;
    };
  }

  private Keyed[] keyed(RowsRequest request) {
    List<SessionColumn> columns = request.order().columns();
    boolean same =
        order != null && order.columns().equals(columns) && !columns.contains(SessionColumn.STATE);
    IdentityHashMap<IndexRow, Keyed> before = new IdentityHashMap<>(same ? keyed.length : 0);
    if (same) {
      Arrays.stream(keyed).forEach(known -> before.put(known.row, known));
    }
    List<IndexRow> all = request.rows();
    return IntStream.range(0, all.size())
        .parallel()
        .mapToObj(i -> {
          Keyed known = before.get(all.get(i));
          return known == null ? new Keyed(all.get(i), keys(all.get(i), columns, request)) : known;
        })
        .toArray(Keyed[]::new);
  }
}
