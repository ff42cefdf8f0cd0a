package io.fastshot.client.ui.table;

import io.fastshot.client.ui.catalog.RowTexts;
import io.fastshot.model.IndexRow;
import java.awt.Font;
import javax.swing.SwingConstants;

/** The name of a session, or its file name in a dimmed style. */
final class NameCell extends TextCell {
  private static final long serialVersionUID = 1L;

  NameCell() {
    super(SwingConstants.LEADING);
  }

  @Override
  void style(IndexRow row, boolean selected) {
    if (RowTexts.isNamed(row)) {
      setFont(getFont().deriveFont(Font.BOLD));
    } else {
      dim(selected);
    }
  }
}
