package io.fastshot.client.ui.transfers;

import io.fastshot.client.data.queue.TransferStatus;
import io.fastshot.client.data.queue.TransferStatus.Direction;
import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.look.Glyph;
import io.fastshot.client.ui.look.Look;
import java.awt.Component;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JTable;
import javax.swing.table.DefaultTableCellRenderer;
import org.jspecify.annotations.Nullable;

/** A cell of text, with an icon where the column has one; the whole text is its tooltip. */
final class TransferCell extends DefaultTableCellRenderer {
  private static final long serialVersionUID = 1L;
  private static final int PAD = 8;
  private static final int SIZE = 14;
  private static final Icon UP = Glyph.UPLOAD.icon(SIZE);
  private static final Icon DOWN = Glyph.DOWNLOAD.icon(SIZE);
  private static final Icon GOING = Glyph.WORKING.icon(SIZE, Look::accent);
  private static final Icon WAITS = Glyph.WORKING.icon(SIZE, Look::dimmed);
  private static final Icon STOPPED = Glyph.MINUS.icon(SIZE, Look::dimmed);
  private static final Icon DONE = Glyph.CHECK.icon(SIZE, Look::good);
  private static final Icon FAILED = Glyph.WARNING.icon(SIZE, Look::warning);

  private final TransferColumn column;

  TransferCell(TransferColumn column) {
    this.column = column;
    putClientProperty("html.disable", true);
    setHorizontalAlignment(column.alignment());
    setIconTextGap(6);
  }

  @Override
  public Component getTableCellRendererComponent(
      JTable table, Object value, boolean selected, boolean focused, int row, int at) {
    super.getTableCellRendererComponent(table, value, selected, false, row, at);
    setBorder(BorderFactory.createEmptyBorder(0, PAD, 0, PAD));
    setIcon(null);
    String whole = String.valueOf(value);
    if (table.getModel() instanceof TransferTableModel model && row < model.getRowCount()) {
      setIcon(icon(model.row(row)));
    }
    getAccessibleContext().setAccessibleName(whole);
    if (column == TransferColumn.DIRECTION) {
      TextGate.text(this, "");
    }
    TextGate.tip(this, whole);
    return this;
  }

  private @Nullable Icon icon(TransferStatus status) {
    return switch (column) {
      case DIRECTION -> status.direction() == Direction.UPLOAD ? UP : DOWN;
      case STATE ->
          switch (status.state()) {
            case RUNNING -> GOING;
            case QUEUED, WAITING, CANCELLING -> WAITS;
            case PAUSED -> STOPPED;
            case FAILED -> FAILED;
            case DONE -> DONE;
          };
      case NAME, PROGRESS, BYTES, SPEED, LEFT -> null;
    };
  }
}
