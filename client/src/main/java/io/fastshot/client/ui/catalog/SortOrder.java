package io.fastshot.client.ui.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * By which columns the list is sorted.
 *
 * @param keys the second decides where the first is equal, and so on; at least one, each column
 *     once
 */
public record SortOrder(List<Key> keys) {
  private static final int MOST = 3;

  /**
   * A column to sort by.
   *
   * @param column which
   * @param ascending small first
   */
  public record Key(SessionColumn column, boolean ascending) {}

  public SortOrder {
    keys = List.copyOf(keys);
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("an order has a column");
    }
  }

  /** By one column. */
  public SortOrder(SessionColumn column, boolean ascending) {
    this(List.of(new Key(column, ascending)));
  }

  /** Newest first. */
  public static SortOrder initial() {
    return new SortOrder(SessionColumn.CREATED, false);
  }

  /** The first column. */
  public SessionColumn column() {
    return keys.getFirst().column();
  }

  /** The columns, the first one first. */
  public List<SessionColumn> columns() {
    return keys.stream().map(Key::column).toList();
  }

  /** The order after a click on a header: by that column, or, if it is the first, turned round. */
  public SortOrder clicked(SessionColumn by) {
    return new SortOrder(List.of(by == column() ? turned(keys.getFirst()) : first(by)));
  }

  /** The order with a further column, or, if it has the column, with that one turned round. */
  public SortOrder clickedToo(SessionColumn by) {
    List<Key> next = new ArrayList<>(keys);
    if (columns().contains(by)) {
      next.replaceAll(key -> key.column() == by ? turned(key) : key);
    } else {
      if (next.size() == MOST) {
        next.removeLast();
      }
      next.add(first(by));
    }
    return new SortOrder(next);
  }

  private static Key first(SessionColumn by) {
    return new Key(by, !by.isDescendingFirst());
  }

  private static Key turned(Key key) {
    return new Key(key.column(), !key.ascending());
  }

  /** {@code CLASS up CREATED down}, to be kept over a restart. */
  public String write() {
    return keys.stream()
        .map(key -> key.column().name() + (key.ascending() ? " up" : " down"))
        .collect(Collectors.joining(" "));
  }

  /** Reads what {@link #write} wrote; {@link #initial()} where that names no column. */
  public static SortOrder read(String text) {
    String[] words = text.split(" ", -1);
    List<Key> keys = new ArrayList<>();
    for (int i = 0; i + 1 < words.length && keys.size() < MOST; i += 2) {
      boolean ascending = !words[i + 1].equals("down");
      column(words[i])
          .filter(column -> keys.stream().noneMatch(key -> key.column() == column))
          .ifPresent(column -> keys.add(new Key(column, ascending)));
    }
    return keys.isEmpty() ? initial() : new SortOrder(keys);
  }

  private static Optional<SessionColumn> column(String name) {
    return SessionColumn.all().stream()
        .filter(column -> column.isSortable() && column.name().equals(name))
        .findFirst();
  }
}
