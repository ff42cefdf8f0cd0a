package io.fastshot.client.ui.sessions;

import java.awt.Point;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.function.ToIntFunction;
import javax.swing.JComponent;
import javax.swing.JPopupMenu;
import javax.swing.ListSelectionModel;
import javax.swing.SwingUtilities;

/** Double click opens; the context menu acts on the row under the mouse. */
final class ListMouse extends MouseAdapter {
  private final JComponent list;
  private final ListSelectionModel selection;
  private final ToIntFunction<Point> rowAt;
  private final JPopupMenu context;
  private final Runnable open;

  /**
   * @param rowAt the row under a point; -1 for none
   */
  ListMouse(
      JComponent list,
      ListSelectionModel selection,
      ToIntFunction<Point> rowAt,
      JPopupMenu context,
      Runnable open) {
    this.list = list;
    this.selection = selection;
    this.rowAt = rowAt;
    this.context = context;
    this.open = open;
  }

  @Override
  public void mouseClicked(MouseEvent event) {
    boolean twice = event.getClickCount() == 2 && SwingUtilities.isLeftMouseButton(event);
    if (twice && rowAt.applyAsInt(event.getPoint()) >= 0) {
      open.run();
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
    int row = rowAt.applyAsInt(event.getPoint());
    if (!event.isPopupTrigger() || row < 0) {
      return;
    }
    if (!selection.isSelectedIndex(row)) {
      selection.setSelectionInterval(row, row);
    }
    context.show(list, event.getX(), event.getY());
  }
}
