package io.fastshot.client.ui.facets;

import io.fastshot.client.text.PlainText;
import java.util.ArrayList;
import java.util.List;

/**
 * Searches under names, in the order in which they were saved. A name stands for one search.
 *
 * @param all at most {@value #MOST}
 */
record SavedSearches(List<SavedSearch> all) {
  static final int MOST = 50;
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_QUERY = 4_000;
  private static final char TAB = '\t';

  SavedSearches {
    all = List.copyOf(all);
  }

  /** Reads what {@link #write()} wrote; lines that say nothing are left out. */
  static SavedSearches read(String text) {
    SavedSearches read = new SavedSearches(List.of());
    for (String line : text.split("\n", -1)) {
      int tab = line.indexOf(TAB);
      if (tab > 0) {
        read = read.with(line.substring(0, tab), line.substring(tab + 1));
      }
    }
    return read;
  }

  /** One line for each search: its name, a tab, the search. */
  String write() {
    StringBuilder text = new StringBuilder();
    all.forEach(one -> text.append(one.name()).append(TAB).append(one.query()).append('\n'));
    return text.toString();
  }

  boolean isFull() {
    return all.size() >= MOST;
  }

  /**
   * With one more; it takes the place of another of that name. The same, if the name or the search
   * is blank, the search too long, or there is no room.
   */
  SavedSearches with(String name, String query) {
    SavedSearch next = new SavedSearch(nameOf(name), PlainText.line(query).strip());
    if (next.name().isEmpty() || next.query().isEmpty() || query.length() > LONGEST_QUERY) {
      return this;
    }
    int place = place(next.name());
    if (place < 0 && isFull()) {
      return this;
    }
    List<SavedSearch> changed = new ArrayList<>(all);
    if (place < 0) {
      changed.add(next);
    } else {
      changed.set(place, next);
    }
    return new SavedSearches(changed);
  }

  /** With another name for a search; another search of that name goes. */
  SavedSearches renamed(SavedSearch search, String name) {
    String next = nameOf(name);
    if (next.isEmpty() || next.equals(search.name())) {
      return this;
    }
    List<SavedSearch> changed = new ArrayList<>(all);
    changed.replaceAll(one -> one.equals(search) ? new SavedSearch(next, search.query()) : one);
    changed.removeIf(one -> one.name().equals(next) && !one.query().equals(search.query()));
    return new SavedSearches(changed.stream().distinct().toList());
  }

  SavedSearches without(SavedSearch search) {
    return new SavedSearches(all.stream().filter(one -> !one.equals(search)).toList());
  }

  private int place(String name) {
    return all.stream().map(SavedSearch::name).toList().indexOf(name);
  }

  private static String nameOf(String text) {
    String line = PlainText.oneLine(text);
    return line.codePointCount(0, line.length()) <= LONGEST_NAME
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME));
  }
}
