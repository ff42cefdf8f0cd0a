package io.fastshot.client.ui.transfers;

import io.fastshot.client.data.queue.TransferStatus;
import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.kit.Texts;
import java.awt.Component;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JTable;
import javax.swing.table.TableCellRenderer;

/** How far a transfer is, as a bar. */
final class ProgressCell extends JPanel implements TableCellRenderer {
  private static final long serialVersionUID = 1L;
  private static final int PAD = 8;
  private final JProgressBar bar = new JProgressBar(0, 100);

  ProgressCell() {
    super(new GridBagLayout());
    GridBagConstraints place = new GridBagConstraints();
    place.fill = GridBagConstraints.HORIZONTAL;
    place.weightx = 1;
    place.insets = new Insets(0, PAD, 0, PAD);
    add(bar, place);
  }

  @Override
  public Component getTableCellRendererComponent(
      JTable table, Object value, boolean selected, boolean focused, int row, int column) {
    setBackground(selected ? table.getSelectionBackground() : table.getBackground());
    if (table.getModel() instanceof TransferTableModel model && row < model.getRowCount()) {
      TransferStatus status = model.row(row);
      bar.setValue(
          status.state() == TransferStatus.State.DONE
              ? bar.getMaximum()
              : Texts.percent(status.doneBytes(), status.totalBytes()));
    }
    getAccessibleContext().setAccessibleName(String.valueOf(value));
    TextGate.tip(this, String.valueOf(value));
    return this;
  }
}
