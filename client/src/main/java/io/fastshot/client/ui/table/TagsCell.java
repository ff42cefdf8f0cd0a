package io.fastshot.client.ui.table;

import io.fastshot.client.ui.catalog.RowTexts;
import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.look.Look;
import io.fastshot.model.IndexRow;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.List;
import javax.swing.SwingConstants;

/** The tags of a session as chips; those that do not fit are counted: "bug login +2". */
final class TagsCell extends TextCell {
  private static final long serialVersionUID = 1L;
  private static final int CHIP_PAD = 6;
  private static final int GAP = 4;
  private static final int ALPHA = 38;

  private transient List<String> tags = List.of();

  TagsCell() {
    super(SwingConstants.LEADING);
  }

  @Override
  void style(IndexRow row, boolean selected) {
    tags = RowTexts.tagList(row);
    setFont(Look.font(java.awt.Font.PLAIN, 0.92f));
    TextGate.tip(this, RowTexts.tags(row));
    getAccessibleContext()
        .setAccessibleName(tags.isEmpty() ? "no tags" : "tags " + RowTexts.tags(row));
    TextGate.text(this, "");
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    super.paintComponent(graphics);
    Graphics2D g = (Graphics2D) graphics.create();
    try {
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.setFont(getFont());
      paintChips(g, g.getFontMetrics());
    } finally {
      g.dispose();
    }
  }

  private void paintChips(Graphics2D g, FontMetrics metrics) {
    int x = PAD;
    int end = getWidth() - PAD;
    for (int i = 0; i < tags.size(); i++) {
      int hidden = tags.size() - i - 1;
      int more = hidden == 0 ? 0 : metrics.stringWidth("+" + hidden) + GAP;
      int width = metrics.stringWidth(tags.get(i)) + 2 * CHIP_PAD;
      if (x + width + more > end) {
        paintRest(g, metrics, x, i);
        return;
      }
      chip(g, metrics, tags.get(i), x, width);
      x += width + GAP;
    }
  }

  /** The first chip is cut rather than left out; later ones become a number. */
  private void paintRest(Graphics2D g, FontMetrics metrics, int x, int shownTags) {
    int hidden = tags.size() - shownTags - (shownTags == 0 ? 1 : 0);
    String more = hidden == 0 ? "" : "+" + hidden;
    int left = x;
    if (shownTags == 0) {
      int room = getWidth() - PAD - x - (hidden == 0 ? 0 : metrics.stringWidth(more) + GAP);
      chip(g, metrics, cut(metrics, tags.getFirst(), room - 2 * CHIP_PAD), x, Math.max(room, 0));
      left += room + GAP;
    }
    g.setColor(getForeground());
    g.drawString(more, left, baseline(metrics));
  }

  private static String cut(FontMetrics metrics, String text, int room) {
    String cut = text;
    while (!cut.isEmpty() && metrics.stringWidth(cut + "…") > room) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut + "…";
  }

  private void chip(Graphics2D g, FontMetrics metrics, String text, int x, int width) {
    Color text0 = getForeground();
    int height = metrics.getHeight() + 3;
    int top = (getHeight() - height) / 2;
    g.setColor(new Color(text0.getRed(), text0.getGreen(), text0.getBlue(), ALPHA));
    g.fillRoundRect(x, top, width, height, height, height);
    g.setColor(text0);
    g.drawString(text, x + CHIP_PAD, baseline(metrics));
  }

  private int baseline(FontMetrics metrics) {
    return (getHeight() - metrics.getHeight()) / 2 + metrics.getAscent();
  }
}
