package io.fastshot.client.ui.table;

import io.fastshot.client.text.PlainText;
import io.fastshot.client.ui.catalog.RowTexts;
import io.fastshot.client.ui.catalog.SessionColumn;
import io.fastshot.client.ui.catalog.ShownRows;
import io.fastshot.client.ui.kit.Texts;
import io.fastshot.model.IndexRow;
import javax.swing.table.AbstractTableModel;

/** The shown rows as a table; cells are made when they are painted. */
final class SessionTableModel extends AbstractTableModel {
  private static final long serialVersionUID = 1L;

  private transient ShownRows shown = ShownRows.none();
  private final transient RowStates states;

  SessionTableModel(RowStates states) {
    this.states = states;
  }

  ShownRows shown() {
    return shown;
  }

  void replace(ShownRows rows) {
    boolean sameOrder = shown.isSameOrder(rows);
    shown = rows;
    if (!sameOrder) {
      fireTableDataChanged();
    } else if (!rows.rows().isEmpty()) {
      fireTableRowsUpdated(0, rows.rows().size() - 1);
    }
  }

  IndexRow row(int index) {
    return shown.rows().get(index);
  }

  @Override
  public int getRowCount() {
    return shown.rows().size();
  }

  @Override
  public int getColumnCount() {
    return SessionColumn.all().size();
  }

  @Override
  public String getColumnName(int column) {
    return SessionColumn.at(column).title();
  }

  /** What screen readers and tests read; the renderers take the row itself. */
  @Override
  public Object getValueAt(int rowIndex, int columnIndex) {
    IndexRow row = row(rowIndex);
    return PlainText.oneLine(text(row, SessionColumn.at(columnIndex)));
  }

  private String text(IndexRow row, SessionColumn column) {
    return switch (column) {
      case THUMBNAIL -> "";
      case NAME -> RowTexts.title(row);
      case DESCRIPTION -> RowTexts.description(row);
      case TAGS -> RowTexts.tags(row);
      case COLOR -> row.meta().fields().color();
      case CLASS -> row.meta().fields().sessionClass();
      case IMAGES -> Integer.toString(row.meta().fields().imageCount());
      case SIZE -> Texts.bytes(row.meta().fileSizeBytes());
      case CREATED -> RowTexts.created(row);
      case STATE -> states.of(row).text();
    };
  }
}
