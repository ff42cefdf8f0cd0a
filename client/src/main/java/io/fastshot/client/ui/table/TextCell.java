package io.fastshot.client.ui.table;

import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.look.Look;
import io.fastshot.model.IndexRow;
import java.awt.Component;
import java.awt.Font;
import javax.swing.BorderFactory;
import javax.swing.JTable;
import javax.swing.table.DefaultTableCellRenderer;

/** A cell of text that is never read as HTML; shows the whole text as a tooltip when it is cut. */
class TextCell extends DefaultTableCellRenderer {
  private static final long serialVersionUID = 1L;
  static final int PAD = 8;

  TextCell(int alignment) {
    setHorizontalAlignment(alignment);
    putClientProperty("html.disable", true);
  }

  @Override
  public final Component getTableCellRendererComponent(
      JTable table, Object value, boolean selected, boolean focused, int row, int column) {
    super.getTableCellRendererComponent(table, value, selected, false, row, column);
    setBorder(BorderFactory.createEmptyBorder(0, PAD, 0, PAD));
    setFont(table.getFont());
    TextGate.tip(this, null);
    if (!selected) {
      setForeground(table.getForeground());
    }
    if (table.getModel() instanceof SessionTableModel model && row < model.getRowCount()) {
      style(model.row(row), selected);
    }
    if (getToolTipText() == null && isCut(table, column)) {
      TextGate.tip(this, getText());
    }
    return this;
  }

  /** Lets a column set its own font, color, icon and tooltip. */
  void style(IndexRow row, boolean selected) {
    // Plain text needs nothing more.
  }

  final void dim(boolean selected) {
    setFont(getFont().deriveFont(Font.ITALIC));
    if (!selected) {
      setForeground(Look.dimmed());
    }
  }

  private boolean isCut(JTable table, int column) {
    return getPreferredSize().width > table.getColumnModel().getColumn(column).getWidth();
  }
}
