package io.fastshot.client.ui.facets;

import io.fastshot.client.ui.kit.ScrolledPanel;
import java.awt.Component;
import java.awt.FlowLayout;
import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.JComponent;

/** Parts below each other, as wide as the view that they are scrolled in. */
final class Column extends ScrolledPanel {
  private static final long serialVersionUID = 1L;

  Column() {
    super(new FlowLayout()); // until the one that needs to know the panel
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

  /** Its parts would share what is left of the height. */
  @Override
  public boolean getScrollableTracksViewportHeight() {
    return false;
  }
}
