package io.fastshot.client.ui.catalog;

/** Shows what was filtered and sorted, and says while it is not yet; on the event thread. */
public interface RowsDisplay {

  /** The rows as asked for last. */
  void show(ShownRows rows);

  /** What is shown is not what was asked for: that takes a noticeable time. */
  void late(SortOrder order, String query);
}
