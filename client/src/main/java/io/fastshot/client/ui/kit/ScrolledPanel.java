package io.fastshot.client.ui.kit;

import java.awt.Dimension;
import java.awt.LayoutManager;
import java.awt.Rectangle;
import javax.swing.JPanel;
import javax.swing.Scrollable;

/** Parts that are as wide as the view in which they scroll, and at least as high. */
public class ScrolledPanel extends JPanel implements Scrollable {
  private static final long serialVersionUID = 1L;
  private static final int STEP = 20;

  /** With that layout. */
  public ScrolledPanel(LayoutManager layout) {
    super(layout);
  }

  @Override
  public final Dimension getPreferredScrollableViewportSize() {
    return getPreferredSize();
  }

  @Override
  public final int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return STEP;
  }

  @Override
  public final int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
    return Math.max(STEP, visible.height - STEP);
  }

  @Override
  public final boolean getScrollableTracksViewportWidth() {
    return true;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    return getParent() != null && getParent().getHeight() > getPreferredSize().height;
  }
}
