package io.fastshot.client.ui.catalog;

import io.fastshot.client.data.catalog.SessionQuery;
import io.fastshot.model.IndexRow;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The folded text of every row, made once per row, so that a key stroke only compares.
 *
 * <p><b>Threads:</b> one at a time.
 */
final class SearchTexts {
  private List<IndexRow> rows = List.of();
  private List<String> texts = List.of();

  /** The rows that match, in their order. */
  List<IndexRow> matching(List<IndexRow> all, String query) {
    SessionQuery parsed = SessionQuery.parse(query);
    if (parsed.isEmpty()) {
      return all;
    }
    prepare(all);
    return IntStream.range(0, all.size())
        .parallel()
        .filter(i -> parsed.matches(texts.get(i)))
        .mapToObj(all::get)
        .toList();
  }

  private void prepare(List<IndexRow> all) {
    if (all.equals(rows)) {
      return;
    }
    IdentityHashMap<IndexRow, String> known = new IdentityHashMap<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      known.put(rows.get(i), texts.get(i));
    }
    texts =
        all.parallelStream()
            .map(row -> {
              String text = known.get(row);
              return text == null ? SessionQuery.textOf(row) : text;
            })
            .toList();
    rows = List.copyOf(all);
  }
}
