package io.fastshot.client.ui.table;

import io.fastshot.client.ui.catalog.SessionColumn;
import java.util.Collections;
import java.util.List;
import javax.swing.table.TableColumn;
import javax.swing.table.TableColumnModel;

/**
 * Fits the columns to the width of the table: texts take what is left or give what is missing, so
 * that numbers, dates and states keep the width that they need.
 */
final class ColumnFit {

  /** Who takes what is too much; the name is always there. */
  private static final List<SessionColumn> TAKING =
      List.of(SessionColumn.DESCRIPTION, SessionColumn.NAME);

  /** Who gives first when there is too little room. */
  private static final List<SessionColumn> GIVING =
      List.of(
          SessionColumn.DESCRIPTION,
          SessionColumn.TAGS,
          SessionColumn.CLASS,
          SessionColumn.STATE,
          SessionColumn.COLOR,
          SessionColumn.NAME,
          SessionColumn.CREATED,
          SessionColumn.SIZE);

  private ColumnFit() {}

  static void fit(TableColumnModel columns, int width) {
    int room = width;
    for (TableColumn column : Collections.list(columns.getColumns())) {
      column.setWidth(column.getPreferredWidth());
      room -= column.getPreferredWidth();
    }
    List<SessionColumn> elastic = room > 0 ? TAKING : GIVING;
    for (SessionColumn next : elastic) {
      for (TableColumn column : Collections.list(columns.getColumns())) {
        if (column.getIdentifier() == next) {
          int before = column.getWidth();
          column.setWidth(Math.max(before + room, column.getMinWidth()));
          room -= column.getWidth() - before;
        }
      }
    }
  }
}
