package io.fastshot.client.ui.transfers;

import io.fastshot.client.data.queue.TransferStatus;
import io.fastshot.client.ui.kit.Edt;
import java.awt.Component;
import java.awt.Dimension;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.table.TableCellRenderer;
import javax.swing.table.TableColumn;

/**
 * The list of transfers in the order of the queue. The selection belongs to transfers, not to row
 * numbers.
 */
final class TransferTable extends JTable {
  private static final long serialVersionUID = 1L;
  private static final int ROW_HEIGHT = 30;

  private final TransferTableModel transfers;

  TransferTable() {
    super(new TransferTableModel());
    transfers = (TransferTableModel) getModel();
    setName("transfers");
    getAccessibleContext().setAccessibleName("Transfers");
    setRowHeight(ROW_HEIGHT);
    setShowVerticalLines(false);
    setIntercellSpacing(new Dimension(0, 1));
    setFillsViewportHeight(true);
    setSelectionMode(ListSelectionModel.MULTIPLE_INTERVAL_SELECTION);
    setAutoCreateColumnsFromModel(false);
    getTableHeader().setReorderingAllowed(false);
    int index = 0;
    for (TransferColumn column : TransferColumn.values()) {
      TableColumn view = getColumnModel().getColumn(index++);
      view.setMinWidth(column.least());
      view.setPreferredWidth(column.width());
      if (column == TransferColumn.DIRECTION) {
        view.setMaxWidth(column.width());
      }
      view.setCellRenderer(
          column == TransferColumn.PROGRESS ? new ProgressCell() : new TransferCell(column));
      view.setHeaderRenderer(header(column));
    }
  }

  /** Aligned as its cells are; painted by the theme. */
  private TableCellRenderer header(TransferColumn column) {
    return (table, value, selected, focused, row, at) -> {
      // Asked for at each paint: a change of theme replaces it.
      Component cell =
          getTableHeader()
              .getDefaultRenderer()
              .getTableCellRendererComponent(table, value, selected, focused, row, at);
      if (cell instanceof JLabel label) {
        label.setHorizontalAlignment(column.alignment());
        label.getAccessibleContext().setAccessibleName(column.spoken());
      }
      return cell;
    };
  }

  List<TransferStatus> shown() {
    return transfers.rows();
  }

  void show(List<TransferStatus> list) {
    Edt.require();
    if (list.equals(transfers.rows())) {
      return;
    }
    Set<String> selected = new HashSet<>(selectedIds());
    transfers.replace(list);
    if (!selected.equals(new HashSet<>(selectedIds()))) {
      clearSelection();
      for (int row = 0; row < list.size(); row++) {
        if (selected.contains(list.get(row).id())) {
          addRowSelectionInterval(row, row);
        }
      }
    }
  }

  /** The selected transfers, from top to bottom. */
  List<TransferStatus> selection() {
    return Arrays.stream(getSelectedRows())
        .filter(row -> row < transfers.getRowCount())
        .mapToObj(transfers::row)
        .toList();
  }

  List<String> selectedIds() {
    return selection().stream().map(TransferStatus::id).toList();
  }

  @Override
  public void updateUI() {
    super.updateUI();
    setRowHeight(ROW_HEIGHT);
  }
}
