package io.fastshot.client.ui.transfers;

import io.fastshot.client.data.queue.TransferStatus;
import io.fastshot.client.text.PlainText;
import io.fastshot.client.ui.kit.Texts;
import java.util.List;
import javax.swing.table.AbstractTableModel;

/** The transfers as a table. */
final class TransferTableModel extends AbstractTableModel {
  private static final long serialVersionUID = 1L;
  private static final TransferColumn[] COLUMNS = TransferColumn.values();

  private transient List<TransferStatus> rows = List.of();

  List<TransferStatus> rows() {
    return rows;
  }

  TransferStatus row(int index) {
    return rows.get(index);
  }

  /** Takes a list; rows keep their selection where the same ones stand. */
  void replace(List<TransferStatus> next) {
    boolean same =
        next.stream()
            .map(TransferStatus::id)
            .toList()
            .equals(rows.stream().map(TransferStatus::id).toList());
    rows = next;
    if (!same) {
      fireTableDataChanged();
    } else if (!rows.isEmpty()) {
      fireTableRowsUpdated(0, rows.size() - 1);
    }
  }

  @Override
  public int getRowCount() {
    return rows.size();
  }

  @Override
  public int getColumnCount() {
    return COLUMNS.length;
  }

  @Override
  public String getColumnName(int column) {
    return COLUMNS[column].title();
  }

  /** What screen readers and tests read, and the cells of text show. */
  @Override
  public Object getValueAt(int rowIndex, int columnIndex) {
    TransferStatus row = rows.get(rowIndex);
    return PlainText.oneLine(
        switch (COLUMNS[columnIndex]) {
          case DIRECTION -> TransferTexts.direction(row);
          case NAME -> row.session().filename();
          case PROGRESS -> Texts.percent(row.doneBytes(), row.totalBytes()) + " %";
          case BYTES -> TransferTexts.bytes(row);
          case SPEED -> TransferTexts.speed(row);
          case LEFT -> TransferTexts.left(row);
          case STATE -> TransferTexts.state(row);
        });
  }
}
