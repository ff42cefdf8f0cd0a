package io.fastshot.client.ui.facets;

import java.awt.Color;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JList;
import javax.swing.ListSelectionModel;
import javax.swing.border.Border;
import org.jspecify.annotations.Nullable;

/**
 * A short list without a scroll bar of its own, as wide as its place. The line that has the
 * keyboard stays with its text when lines come and go.
 */
final class CompactList<E> extends JList<E> {
  private static final long serialVersionUID = 1L;
  private static final int PAD = 6;

  private final DefaultListModel<E> lines = new DefaultListModel<>();

  CompactList(String name, String accessibleName, String description) {
    setModel(lines);
    setName(name);
    getAccessibleContext().setAccessibleName(accessibleName);
    getAccessibleContext().setAccessibleDescription(description);
    setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    // Long texts are cut, they do not widen the list.
    setFixedCellWidth(1);
    setOpaque(false);
  }

  /** Shows other lines. */
  void show(List<E> next) {
    E focused = getSelectedValue();
    int index = getSelectedIndex();
    lines.clear();
    lines.addAll(next);
    if (focused != null && !next.isEmpty()) {
      int same = place(focused, next);
      setSelectedIndex(same < 0 ? Math.min(index, next.size() - 1) : same);
    }
    revalidate();
  }

  private int place(E line, List<E> next) {
    for (int i = 0; i < next.size(); i++) {
      if (next.get(i).toString().equals(line.toString())) {
        return i;
      }
    }
    return -1;
  }

  /** The border of a line, which shows where the keyboard is. */
  static Border border(boolean focused, Color color, int indent) {
    return BorderFactory.createCompoundBorder(
        focused
            ? BorderFactory.createLineBorder(color)
            : BorderFactory.createEmptyBorder(1, 1, 1, 1),
        BorderFactory.createEmptyBorder(0, 5 + indent, 0, 7));
  }

  /** The line at a point; null beside the lines. */
  @Nullable E at(Point point) {
    int index = locationToIndex(point);
    Rectangle bounds = index < 0 ? null : getCellBounds(index, index);
    return bounds != null && bounds.contains(point) ? lines.get(index) : null;
  }

  @Override
  public void updateUI() {
    super.updateUI();
    setFixedCellHeight(getFontMetrics(getFont()).getHeight() + PAD);
  }
}
