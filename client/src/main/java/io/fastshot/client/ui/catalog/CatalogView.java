package io.fastshot.client.ui.catalog;

import io.fastshot.client.ui.kit.Edt;
import io.fastshot.client.ui.kit.Tasks;
import io.fastshot.model.SessionId;

/**
 * The catalog as the user wants to see it: which rows match the search box, in which order.
 *
 * <p><b>Threads:</b> the event thread only; the filtering itself is done elsewhere.
 */
public final class CatalogView implements CatalogListener {
  private final CatalogModel catalog;
  private final RowsWorker worker;
  private String query = "";
  private SortOrder order;

  /**
   * Shows nothing before the first {@link #update()}.
   *
   * @param display told on the event thread whenever the rows changed
   */
  public CatalogView(CatalogModel catalog, SortOrder order, Tasks tasks, RowsDisplay display) {
    this.catalog = catalog;
    this.order = order;
    this.worker = new RowsWorker(tasks, display);
    catalog.listen(this);
  }

  /** The text searched for. */
  public String query() {
    return query;
  }

  /** The order shown. */
  public SortOrder order() {
    return order;
  }

  /** Shows what matches {@code text}; everything if it is blank. */
  public void search(String text) {
    query = text;
    update();
  }

  /** Shows the rows in another order. */
  public void sort(SortOrder by) {
    order = by;
    update();
  }

  /** Filters and sorts anew. */
  public void update() {
    Edt.require();
    worker.request(
        new RowsRequest(catalog.rows(), query, order, catalog.activities(), catalog.local()));
  }

  @Override
  public void rowsChanged() {
    update();
  }

  @Override
  public void activityChanged(SessionId id) {
    if (order.column() == SessionColumn.STATE) {
      update();
    }
  }
}
