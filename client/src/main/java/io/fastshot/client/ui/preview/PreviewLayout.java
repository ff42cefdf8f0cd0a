package io.fastshot.client.ui.preview;

import io.fastshot.client.ui.kit.ScrolledPanel;
import java.awt.BorderLayout;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;

/** The parts of the preview below each other, as wide as the panel, scrolling when too high. */
final class PreviewLayout extends ScrolledPanel {
  private static final long serialVersionUID = 1L;
  private static final int GAP = 10;

  private PreviewLayout() {
    super(new GridBagLayout());
  }

  static JScrollPane of(JLabel picture, List<JComponent> parts) {
    PreviewLayout column = new PreviewLayout();
    picture.setHorizontalAlignment(JLabel.CENTER);
    column.add(picture, at(0, 0));
    int row = 1;
    for (JComponent part : parts) {
      if (part instanceof JTextArea text) {
        text.setEditable(false);
        text.setOpaque(false);
        text.setLineWrap(true);
        text.setWrapStyleWord(true);
        text.setBorder(BorderFactory.createEmptyBorder());
      }
      column.add(part, at(row++, 0));
    }
    column.add(new JPanel(new BorderLayout()), at(row, 1));
    JScrollPane scroll = new JScrollPane(column);
    scroll.setBorder(BorderFactory.createEmptyBorder());
    scroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
    return scroll;
  }

  private static GridBagConstraints at(int row, double weight) {
    GridBagConstraints at = new GridBagConstraints();
    at.gridx = 0;
    at.gridy = row;
    at.weightx = 1;
    at.weighty = weight;
    at.fill = GridBagConstraints.BOTH;
    at.anchor = GridBagConstraints.FIRST_LINE_START;
    at.insets = new Insets(0, 0, GAP, 0);
    return at;
  }
}
