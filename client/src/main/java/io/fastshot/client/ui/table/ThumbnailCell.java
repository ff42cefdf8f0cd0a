package io.fastshot.client.ui.table;

import io.fastshot.client.ui.catalog.RowTexts;
import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.look.Look;
import io.fastshot.client.ui.thumbs.PictureIcon;
import io.fastshot.client.ui.thumbs.Thumbnails;
import io.fastshot.model.IndexRow;
import javax.swing.BorderFactory;
import javax.swing.SwingConstants;

/** The small picture of a session, or a neutral one until it is here. */
final class ThumbnailCell extends TextCell {
  private static final long serialVersionUID = 1L;
  static final int WIDTH = 60;
  static final int HEIGHT = 42;

  private final transient Thumbnails thumbnails;

  ThumbnailCell(Thumbnails thumbnails) {
    super(SwingConstants.CENTER);
    this.thumbnails = thumbnails;
  }

  @Override
  void style(IndexRow row, boolean selected) {
    TextGate.text(this, "");
    setBorder(BorderFactory.createEmptyBorder());
    setIcon(new PictureIcon(thumbnails.get(row), WIDTH, HEIGHT, Look.dimmed()));
    getAccessibleContext().setAccessibleName("Thumbnail of " + RowTexts.title(row));
  }
}
