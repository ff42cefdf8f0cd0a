package io.fastshot.client.ui.transfers;

import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.JPopupMenu;

/** The context menu acts on the row under the mouse. */
final class TransferMouse extends MouseAdapter {
  private final TransferTable table;
  private final JPopupMenu context;

  TransferMouse(TransferTable table, JPopupMenu context) {
    this.table = table;
    this.context = context;
  }

  @Override
  public void mousePressed(MouseEvent event) {
    maybeContext(event);
  }

  @Override
  public void mouseReleased(MouseEvent event) {
    maybeContext(event);
  }

  private void maybeContext(MouseEvent event) {
    int row = table.rowAtPoint(event.getPoint());
    if (!event.isPopupTrigger() || row < 0) {
      return;
    }
    if (!table.isRowSelected(row)) {
      table.setRowSelectionInterval(row, row);
    }
    context.show(table, event.getX(), event.getY());
  }
}
