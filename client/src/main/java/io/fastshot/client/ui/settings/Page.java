package io.fastshot.client.ui.settings;

import io.fastshot.client.ui.kit.ScrolledPanel;
import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.look.Look;
import java.awt.Component;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;

/** Sections with headings; below each, lines of a label and what belongs to it. */
final class Page extends ScrolledPanel {
  private static final long serialVersionUID = 1L;
  private static final int PAD = 24;
  private static final int SECTION = 26;
  private static final int LINE = 8;
  private static final int GAP = 16;

  private int row;

  Page() {
    super(new GridBagLayout());
    setBorder(BorderFactory.createEmptyBorder(0, PAD, PAD, PAD));
  }

  /** Begins a section. */
  void section(String title) {
    JLabel head = TextGate.label(title);
    head.setFont(Look.font(Font.BOLD, 1.15f));
    add(head, at(0, 2, 0, SECTION));
    row++;
  }

  /** A line of the section. */
  void line(String label, JComponent value) {
    JLabel name = TextGate.label(label);
    name.setLabelFor(value);
    GridBagConstraints at = at(0, 1, 0, LINE);
    at.anchor = GridBagConstraints.FIRST_LINE_START;
    at.insets = new Insets(LINE + 3, 0, 0, GAP);
    add(name, at);
    add(value, at(1, 1, 1, LINE));
    row++;
  }

  /** Something as wide as the page. */
  void wide(JComponent value) {
    add(value, at(0, 2, 1, LINE));
    row++;
  }

  /** Takes the rest of the height. */
  void end() {
    GridBagConstraints at = at(0, 2, 1, 0);
    at.weighty = 1;
    add(new JPanel(), at);
  }

  /** Components one after another. */
  static JPanel side(Component... parts) {
    JPanel side = new JPanel(new FlowLayout(FlowLayout.LEADING, LINE, 0));
    side.setBorder(BorderFactory.createEmptyBorder(0, -LINE, 0, 0));
    for (Component part : parts) {
      side.add(part);
    }
    return side;
  }

  /** A text that is read and copied, not changed. */
  static JTextArea text(String name, String text) {
    JTextArea area = TextGate.area(text);
    area.setName(name);
    area.setFont(new JLabel().getFont());
    area.setLineWrap(true);
    area.setWrapStyleWord(true);
    area.setBorder(BorderFactory.createEmptyBorder(3, 0, 0, 0));
    return area;
  }

  private GridBagConstraints at(int column, int width, double weight, int above) {
    GridBagConstraints at = new GridBagConstraints();
    at.gridx = column;
    at.gridy = row;
    at.gridwidth = width;
    at.weightx = weight;
    at.fill = GridBagConstraints.HORIZONTAL;
    at.anchor = GridBagConstraints.FIRST_LINE_START;
    at.insets = new Insets(above, 0, 0, 0);
    return at;
  }
}
