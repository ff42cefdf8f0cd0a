package io.fastshot.client.ui.facets;

import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.look.Look;
import java.awt.Font;
import javax.swing.BorderFactory;
import javax.swing.JLabel;

/** The title of a section. */
final class Heading extends JLabel {
  private static final long serialVersionUID = 1L;

  private Heading() {}

  static Heading of(String title) {
    Heading heading = new Heading();
    TextGate.text(heading, title);
    heading.setBorder(BorderFactory.createEmptyBorder(10, 6, 4, 6));
    return heading;
  }

  @Override
  public void updateUI() {
    super.updateUI();
    setFont(Look.font(Font.BOLD, 1f));
  }
}
