package io.fastshot.client.ui.gallery;

import io.fastshot.client.ui.catalog.ShownRows;
import io.fastshot.model.IndexRow;
import javax.swing.AbstractListModel;

/** The shown rows as a list. */
final class GalleryModel extends AbstractListModel<IndexRow> {
  private static final long serialVersionUID = 1L;

  private transient ShownRows shown = ShownRows.none();

  ShownRows shown() {
    return shown;
  }

  /** The selection belongs to the table, which moves it: rows are never said to come or go. */
  void replace(ShownRows rows) {
    shown = rows;
    fireContentsChanged(this, 0, rows.rows().size());
  }

  @Override
  public int getSize() {
    return shown.rows().size();
  }

  @Override
  public IndexRow getElementAt(int index) {
    return shown.rows().get(index);
  }
}
