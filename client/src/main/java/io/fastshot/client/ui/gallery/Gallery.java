package io.fastshot.client.ui.gallery;

import io.fastshot.client.ui.catalog.ShownRows;
import io.fastshot.client.ui.kit.Edt;
import io.fastshot.client.ui.table.RowStates;
import io.fastshot.client.ui.table.ScrollAnchor;
import io.fastshot.client.ui.thumbs.Thumbnails;
import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionId;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.MouseEvent;
import javax.swing.JList;
import javax.swing.ListSelectionModel;
import org.jspecify.annotations.Nullable;

/**
 * A grid of sessions. Its selection model is the table's: what is selected in one is selected in
 * the other.
 *
 * <p><b>Threads:</b> the event thread only.
 */
public final class Gallery extends JList<IndexRow> {
  private static final long serialVersionUID = 1L;

  private final transient GalleryModel rows;
  private final transient ScrollAnchor anchor =
      new ScrollAnchor(this, this::rowAt, row -> cell(row).y);
  private transient @Nullable GalleryCell cells;

  /** An empty gallery. */
  public Gallery(
      RowStates states, Thumbnails thumbnails, ListSelectionModel selection, PictureSize size) {
    super(new GalleryModel());
    rows = (GalleryModel) getModel();
    setName("gallery");
    getAccessibleContext().setAccessibleName("Sessions as pictures");
    setSelectionModel(selection);
    setLayoutOrientation(HORIZONTAL_WRAP);
    setVisibleRowCount(-1);
    cells = new GalleryCell(states, thumbnails, size);
    setCellRenderer(cells);
    thumbnails.listen(this::repaintRow);
    layOut();
    addComponentListener(
        new ComponentAdapter() {
          @Override
          public void componentResized(ComponentEvent event) {
            layOut();
          }
        });
  }

  /** Shows rows; the first of those on the screen stays where it is. */
  public void show(ShownRows next) {
    Edt.require();
    ShownRows before = rows.shown();
    if (before.isSameOrder(next)) {
      rows.replace(next);
      repaint();
      return;
    }
    ScrollAnchor.Place place = anchor.place(before);
    rows.replace(next);
    anchor.restore(place, before, next);
  }

  /** Shows the pictures in another size; what is on the screen stays on it. */
  public void size(PictureSize size) {
    if (cells != null) {
      int first = getFirstVisibleIndex();
      cells.size(size);
      layOut();
      reveal(first);
    }
  }

  private void layOut() {
    if (cells != null) {
      Dimension cell = cells.cellSize();
      int across = Math.max(1, getWidth() / cell.width);
      setFixedCellWidth(Math.max(cell.width, getWidth() / across)); // no rest at the right
      setFixedCellHeight(cell.height);
    }
  }

  /** Paints one session anew. */
  public void repaintRow(SessionId id) {
    Integer index = rows.shown().positions().get(id);
    if (index != null && isShowing()) {
      repaint(cell(index));
    }
  }

  /** Scrolls so that a row is at the top, or as near to it as can be; nothing for -1. */
  public void reveal(int index) {
    Edt.later(() -> {
      if (index >= 0 && index < getModel().getSize()) {
        Rectangle cell = cell(index);
        scrollRectToVisible(new Rectangle(cell.x, cell.y, cell.width, getVisibleRect().height));
      }
    });
  }

  /** The row under a point; -1 between the cells, where a list would name the nearest. */
  public int rowAt(Point point) {
    int index = locationToIndex(point);
    return index >= 0 && cell(index).contains(point) ? index : -1;
  }

  private int rowAt(int y) {
    return locationToIndex(new Point(1, y));
  }

  private Rectangle cell(int index) {
    Rectangle cell = getCellBounds(index, index);
    return cell == null ? new Rectangle() : cell;
  }

  /** A click beside all cells selects none, instead of the last. */
  @Override
  protected void processMouseEvent(MouseEvent event) {
    boolean beside = event.getID() == MouseEvent.MOUSE_PRESSED && rowAt(event.getPoint()) < 0;
    if (beside && !event.isShiftDown() && !event.isControlDown()) {
      clearSelection();
      requestFocusInWindow();
    }
    if (!beside) {
      super.processMouseEvent(event);
    }
  }

  /** Typed letters belong to nobody: a search for a beginning would ask 100,000 rows. */
  @Override
  public int getNextMatch(String prefix, int start, javax.swing.text.Position.Bias bias) {
    return -1;
  }

  @Override
  public @Nullable String getToolTipText(MouseEvent event) {
    return rowAt(event.getPoint()) < 0 ? null : super.getToolTipText(event);
  }

  @Override
  public void updateUI() {
    super.updateUI();
    layOut();
  }
}
