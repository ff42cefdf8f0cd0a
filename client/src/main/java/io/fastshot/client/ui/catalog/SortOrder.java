package io.fastshot.client.ui.catalog;

/**
 * By which column the list is sorted.
 *
 * @param column which
 * @param ascending small first
 */
public record SortOrder(SessionColumn column, boolean ascending) {

  /** Newest first. */
  public static SortOrder initial() {
    return new SortOrder(SessionColumn.CREATED, false);
  }
}
