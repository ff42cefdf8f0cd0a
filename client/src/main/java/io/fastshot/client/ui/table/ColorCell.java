package io.fastshot.client.ui.table;

import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.look.Dot;
import io.fastshot.client.ui.look.SessionColor;
import io.fastshot.model.IndexRow;
import javax.swing.Icon;
import javax.swing.SwingConstants;

/** The color of a session as a dot; its word is the tooltip and what a screen reader says. */
final class ColorCell extends TextCell {
  private static final long serialVersionUID = 1L;

  ColorCell() {
    super(SwingConstants.CENTER);
  }

  @Override
  void style(IndexRow row, boolean selected) {
    String word = row.meta().fields().color();
    TextGate.text(this, "");
    setIcon(SessionColor.of(word).map(color -> (Icon) new Dot(color.shown())).orElse(null));
    TextGate.tip(this, word);
    getAccessibleContext().setAccessibleName(word.isBlank() ? "no color" : word);
    if (getIcon() == null) {
      TextGate.text(this, word);
    }
  }
}
