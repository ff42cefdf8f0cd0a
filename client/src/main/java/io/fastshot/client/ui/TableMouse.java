package io.fastshot.client.ui;

import io.fastshot.client.ui.table.SessionTable;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.JPopupMenu;
import javax.swing.SwingUtilities;

/** Double click opens; the context menu acts on the row under the mouse. */
final class TableMouse extends MouseAdapter {
  private final SessionTable table;
  private final JPopupMenu context;
  private final Menus menus;

  private TableMouse(SessionTable table, JPopupMenu context, Menus menus) {
    this.table = table;
    this.context = context;
    this.menus = menus;
  }

  static void install(SessionTable table, JPopupMenu context, Menus menus) {
    table.addMouseListener(new TableMouse(table, context, menus));
  }

  @Override
  public void mouseClicked(MouseEvent event) {
    boolean twice = event.getClickCount() == 2 && SwingUtilities.isLeftMouseButton(event);
    if (twice && table.rowAtPoint(event.getPoint()) >= 0) {
      menus.open();
    }
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
