package io.fastshot.client.ui;

import io.fastshot.client.action.UserAction;
import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.look.Glyph;
import io.fastshot.client.ui.look.Keys;
import io.fastshot.client.ui.look.Look;
import io.fastshot.client.ui.shell.Actions;
import java.awt.BorderLayout;
import java.awt.Font;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.LookAndFeel;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;

/** The library's name, what the shown tab puts there, and Upload. */
final class TopBar extends JPanel {
  private static final long serialVersionUID = 1L;
  private static final int PAD = 12;
  private static final String LOOK = "fastshot.look";

  private final JPanel middle = new JPanel(new BorderLayout());

  TopBar(String library, Actions actions) {
    super(new BorderLayout(PAD * 2, 0));
    setBorder(BorderFactory.createEmptyBorder(10, PAD, 8, PAD));
    JLabel name = TextGate.label(library, Glyph.LIBRARY.icon(16, Look::accent));
    name.setName("library");
    name.setFont(Look.font(Font.BOLD, 1.1f));
    TextGate.tip(name, "The library shown");
    JButton upload =
        TextGate.button(
            actions.of(UserAction.UPLOAD), UserAction.UPLOAD.title(), Glyph.UPLOAD.icon(14));
    upload.setName("upload");
    TextGate.tip(
        upload,
        "Put .fastshot files into the library ("
            + Keys.text(UserAction.UPLOAD.key())
            + "); files can be dropped too");
    add(above(name), BorderLayout.LINE_START);
    add(middle, BorderLayout.CENTER);
    add(above(upload), BorderLayout.LINE_END);
  }

  /** Beside the first line of what the tab has there. */
  private static JPanel above(JComponent part) {
    JPanel panel = new JPanel(new BorderLayout());
    panel.add(part, BorderLayout.NORTH);
    return panel;
  }

  /** Shows what a tab puts there; the theme may have changed while it was not shown. */
  void show(JComponent head) {
    LookAndFeel now = UIManager.getLookAndFeel();
    if (!now.equals(head.getClientProperty(LOOK))) {
      SwingUtilities.updateComponentTreeUI(head);
      head.putClientProperty(LOOK, now);
    }
    middle.removeAll();
    middle.add(head, BorderLayout.LINE_END);
    revalidate();
    repaint();
  }
}
