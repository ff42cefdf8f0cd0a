package io.fastshot.client.ui.search;

import io.fastshot.client.data.search.SearchCompletion;
import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.look.Look;
import java.awt.BorderLayout;
import java.awt.Component;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;

/** A completion, and at its right what the field means or in how many sessions the value occurs. */
final class CompletionCell implements ListCellRenderer<SearchCompletion> {
  private final JPanel cell = new JPanel(new BorderLayout(24, 0));
  private final JLabel text = TextGate.label(" ");
  private final JLabel note = TextGate.label(" ");

  CompletionCell() {
    cell.setBorder(BorderFactory.createEmptyBorder(3, 8, 3, 8));
    cell.add(text, BorderLayout.CENTER);
    cell.add(note, BorderLayout.LINE_END);
  }

  @Override
  public Component getListCellRendererComponent(
      JList<? extends SearchCompletion> list,
      SearchCompletion value,
      int index,
      boolean selected,
      boolean focused) {
    TextGate.text(text, value.text());
    TextGate.text(note, value.count() > 0 ? Integer.toString(value.count()) : value.meaning());
    cell.setBackground(selected ? list.getSelectionBackground() : list.getBackground());
    text.setForeground(selected ? list.getSelectionForeground() : list.getForeground());
    note.setForeground(selected ? list.getSelectionForeground() : Look.dimmed());
    cell.getAccessibleContext().setAccessibleName(value.text());
    return cell;
  }
}
