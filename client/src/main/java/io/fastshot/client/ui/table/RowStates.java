package io.fastshot.client.ui.table;

import io.fastshot.client.ui.catalog.RowState;
import io.fastshot.model.IndexRow;

/** Tells the present state of a row; on the event thread. */
@FunctionalInterface
public interface RowStates {

  /** The state of a row. */
  RowState of(IndexRow row);
}
