package io.fastshot.client.ui.preview;

import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.look.Look;
import java.awt.Font;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.UIManager;

/** Names and values, two columns; values wrap and can be selected to be copied. */
final class FieldGrid extends JPanel {
  private static final long serialVersionUID = 1L;
  private static final int GAP = 10;

  private int rows;

  FieldGrid() {
    super(new GridBagLayout());
    setOpaque(false);
  }

  void clear() {
    removeAll();
    rows = 0;
  }

  /** Adds a field; one without a value is left out. */
  void add(String name, String value) {
    if (value.isBlank()) {
      return;
    }
    JLabel label = TextGate.label(name);
    label.setForeground(Look.dimmed());
    JTextArea text = TextGate.area(value);
    text.setName("preview." + name.toLowerCase(java.util.Locale.ROOT));
    text.setFont(Look.font(Font.PLAIN, 1));
    text.setLineWrap(true);
    text.setWrapStyleWord(value.indexOf(' ') >= 0);
    text.setBorder(BorderFactory.createEmptyBorder());
    text.setMargin(new Insets(0, 0, 0, 0));
    text.setForeground(UIManager.getColor("Label.foreground"));
    text.getAccessibleContext().setAccessibleName(name);
    label.setLabelFor(text);
    add(label, at(0, 0));
    add(text, at(1, 1));
    rows++;
  }

  private GridBagConstraints at(int column, double weight) {
    GridBagConstraints at = new GridBagConstraints();
    at.gridx = column;
    at.gridy = rows;
    at.weightx = weight;
    at.fill = column == 0 ? GridBagConstraints.NONE : GridBagConstraints.HORIZONTAL;
    at.anchor = GridBagConstraints.FIRST_LINE_START;
    at.insets = new Insets(2, 0, 2, column == 0 ? GAP : 0);
    return at;
  }
}
