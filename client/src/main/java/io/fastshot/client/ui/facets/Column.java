package io.fastshot.client.ui.facets;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Rectangle;
import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.Scrollable;

/** Parts below each other, as wide as the view that they are scrolled in. */
final class Column extends JPanel implements Scrollable {
  private static final long serialVersionUID = 1L;
  private static final int STEP = 22;

  Column() {
    setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
    setBorder(BorderFactory.createEmptyBorder(0, 6, 8, 6));
  }

  @Override
  protected void addImpl(Component part, Object constraints, int index) {
    if (part instanceof JComponent component) {
      component.setAlignmentX(LEFT_ALIGNMENT);
    }
    super.addImpl(part, constraints, index);
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return getPreferredSize();
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return STEP;
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
    return Math.max(STEP, visible.height - STEP);
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return true;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    return false;
  }
}
