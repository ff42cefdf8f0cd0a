package io.fastshot.client.ui.table;

import io.fastshot.client.ui.catalog.SessionColumn;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.swing.table.TableColumn;
import javax.swing.table.TableColumnModel;

/**
 * Which columns of the list are shown. The name always is; a column that is hidden keeps its width.
 *
 * <p><b>Threads:</b> the event thread only.
 */
public final class ColumnChoice {
  private final TableColumnModel shown;
  private final Map<SessionColumn, TableColumn> hidden = new EnumMap<>(SessionColumn.class);

  /** All are shown. */
  ColumnChoice(TableColumnModel shown) {
    this.shown = shown;
  }

  /** Whether a column is shown. */
  public boolean isShown(SessionColumn column) {
    return !hidden.containsKey(column);
  }

  /** Whether a column can be hidden. */
  static boolean canHide(SessionColumn column) {
    return column != SessionColumn.NAME;
  }

  /** Shows a column behind the one that it first stood behind, or hides it. */
  public void show(SessionColumn column, boolean show) {
    if (show && hidden.containsKey(column)) {
      shown.addColumn(hidden.remove(column));
      shown.moveColumn(shown.getColumnCount() - 1, place(column));
    } else if (!show && isShown(column) && canHide(column)) {
      TableColumn view = view(column);
      shown.removeColumn(view);
      hidden.put(column, view);
    }
  }

  private int place(SessionColumn column) {
    int place = 0;
    List<TableColumn> views = views();
    for (int i = 0; i < views.size() - 1; i++) {
      SessionColumn before = (SessionColumn) views.get(i).getIdentifier();
      if (before.index() < column.index()) {
        place = i + 1;
      }
    }
    return place;
  }

  /** The shown columns, from left to right. */
  List<TableColumn> views() {
    return Collections.list(shown.getColumns());
  }

  /** The hidden columns. */
  List<TableColumn> hidden() {
    return List.copyOf(hidden.values());
  }

  /** A shown column. */
  TableColumn view(SessionColumn column) {
    return shown.getColumn(shown.getColumnIndex(column));
  }

  /** Moves a shown column. */
  void move(SessionColumn column, int to) {
    shown.moveColumn(shown.getColumnIndex(column), Math.min(to, shown.getColumnCount() - 1));
  }
}
