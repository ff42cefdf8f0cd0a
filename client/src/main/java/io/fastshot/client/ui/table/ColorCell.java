package io.fastshot.client.ui.table;

import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.look.SessionColor;
import io.fastshot.model.IndexRow;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import javax.swing.Icon;
import javax.swing.SwingConstants;
import org.jspecify.annotations.Nullable;

/** The color of a session as a dot; its word is the tooltip and what a screen reader says. */
final class ColorCell extends TextCell {
  private static final long serialVersionUID = 1L;

  ColorCell() {
    super(SwingConstants.CENTER);
  }

  @Override
  void style(IndexRow row, boolean selected) {
    String word = row.meta().fields().color();
    TextGate.text(this, "");
    setIcon(SessionColor.of(word).map(color -> (Icon) new Dot(color.shown())).orElse(null));
    TextGate.tip(this, word);
    getAccessibleContext().setAccessibleName(word.isBlank() ? "no color" : word);
    if (getIcon() == null) {
      TextGate.text(this, word);
    }
  }

  /** A filled circle. */
  record Dot(Color color) implements Icon {
    private static final int SIZE = 12;

    @Override
    public void paintIcon(@Nullable Component component, Graphics graphics, int x, int y) {
      Graphics2D g = (Graphics2D) graphics.create();
      try {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(color);
        g.fillOval(x, y, SIZE, SIZE);
      } finally {
        g.dispose();
      }
    }

    @Override
    public int getIconWidth() {
      return SIZE;
    }

    @Override
    public int getIconHeight() {
      return SIZE;
    }
  }
}
