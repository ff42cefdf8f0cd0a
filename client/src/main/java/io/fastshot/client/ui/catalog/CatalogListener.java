package io.fastshot.client.ui.catalog;

import io.fastshot.model.SessionId;

/** Told of changes of the {@link CatalogModel}, on the event thread. */
public interface CatalogListener {

  /** Rows were added, removed or replaced. */
  default void rowsChanged() {}

  /** What goes on with one session changed, its row did not. */
  default void activityChanged(SessionId id) {}

  /** The connection, the age of the list or the rebuild changed. */
  default void statusChanged() {}
}
