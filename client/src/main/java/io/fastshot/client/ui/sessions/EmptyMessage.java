package io.fastshot.client.ui.sessions;

import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.look.Glyph;
import io.fastshot.client.ui.look.Look;
import java.awt.Component;
import java.awt.Font;
import java.awt.GridBagLayout;
import java.util.List;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** An {@link EmptyReason} in the middle of the list's place. */
final class EmptyMessage extends JPanel {
  private static final long serialVersionUID = 1L;

  private final JLabel head = TextGate.label(" ");
  private final JLabel advice = TextGate.label(" ");
  private final JButton button = TextGate.button(" ");
  private transient Runnable action = () -> {};

  EmptyMessage() {
    super(new GridBagLayout());
    head.setName("empty.head");
    advice.setName("empty.advice");
    button.setName("empty.action");
    button.addActionListener(_ -> action.run());
    JPanel column = new JPanel();
    column.setLayout(new BoxLayout(column, BoxLayout.Y_AXIS));
    List<Component> parts =
        List.of(
            new JLabel(Glyph.PICTURE.icon(48, Look::dimmed)),
            Box.createVerticalStrut(12),
            head,
            Box.createVerticalStrut(6),
            advice,
            Box.createVerticalStrut(14),
            button);
    for (Component part : parts) {
      if (part instanceof JComponent component) {
        component.setAlignmentX(CENTER_ALIGNMENT);
      }
      column.add(part);
    }
    add(column);
  }

  void show(EmptyReason reason) {
    head.setFont(Look.font(Font.BOLD, 1.2f));
    advice.setForeground(Look.dimmed());
    TextGate.text(head, reason.head());
    TextGate.text(advice, reason.advice());
    TextGate.text(button, reason.button());
    button.setVisible(!reason.button().isEmpty());
    action = reason.run();
  }
}
