package io.fastshot.client.ui.catalog;

import io.fastshot.client.data.search.SearchableSession;
import io.fastshot.client.data.search.SessionSearch;
import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionId;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What every row is searched by, kept with its row, so that a key stroke only compares.
 *
 * <p><b>Threads:</b> one at a time; takes all processors for a moment.
 */
final class SearchTexts {
  private List<IndexRow> rows = List.of();
  private List<SearchableSession> sessions = List.of();

  /** The rows that match, in their order. */
  List<IndexRow> matching(List<IndexRow> all, String query, Set<SessionId> local) {
    SessionSearch search = SessionSearch.parse(query);
    if (search.isEmpty()) {
      return all;
    }
    prepare(all);
    return IntStream.range(0, all.size())
        .parallel()
        .filter(i -> search.matches(sessions.get(i), () -> local.contains(all.get(i).id())))
        .mapToObj(all::get)
        .toList();
  }

  private void prepare(List<IndexRow> all) {
    if (all.equals(rows)) {
      return;
    }
    IdentityHashMap<IndexRow, SearchableSession> known = new IdentityHashMap<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      known.put(rows.get(i), sessions.get(i));
    }
    sessions =
        all.stream()
            .map(row -> {
              SearchableSession session = known.get(row);
              return session == null ? new SearchableSession(row) : session;
            })
            .toList();
    rows = List.copyOf(all);
  }
}
