package io.fastshot.client.ui.table;

import java.awt.Component;
import java.awt.Font;
import java.awt.Graphics;
import javax.swing.Icon;
import javax.swing.UIManager;
import org.jspecify.annotations.Nullable;

/**
 * The arrow of a column that the list is sorted by together with others, and its place among them:
 * as an icon it is never cut, however narrow the column.
 *
 * @param ascending small first
 * @param place 1 for the first
 */
record SortIcon(boolean ascending, int place) implements Icon {
  private static final int DIGIT = 8;
  private static final float SMALL = 0.8f;

  private Icon arrow() {
    return UIManager.getIcon(ascending ? "Table.ascendingSortIcon" : "Table.descendingSortIcon");
  }

  @Override
  public void paintIcon(@Nullable Component header, Graphics graphics, int x, int y) {
    Icon arrow = arrow();
    arrow.paintIcon(header, graphics, x, y + (getIconHeight() - arrow.getIconHeight()) / 2);
    if (header != null) {
      Font font = header.getFont();
      Graphics digit = graphics.create();
      digit.setFont(font.deriveFont(font.getSize2D() * SMALL));
      digit.setColor(header.getForeground());
      digit.drawString(Integer.toString(place), x + arrow.getIconWidth() + 1, y + getIconHeight());
      digit.dispose();
    }
  }

  @Override
  public int getIconWidth() {
    return arrow().getIconWidth() + DIGIT;
  }

  @Override
  public int getIconHeight() {
    return 9;
  }
}
