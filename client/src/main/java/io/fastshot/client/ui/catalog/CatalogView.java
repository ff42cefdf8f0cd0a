package io.fastshot.client.ui.catalog;

import io.fastshot.client.data.catalog.CatalogSnapshot;
import io.fastshot.client.data.search.SearchField;
import io.fastshot.client.ui.kit.Edt;
import io.fastshot.client.ui.kit.Tasks;
import io.fastshot.model.SessionId;
import java.util.Map;
import java.util.Set;

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
   * Shows nothing before something changes or is asked for.
   *
   * @param display told on the event thread whenever the rows changed
   */
  public CatalogView(CatalogModel catalog, SortOrder order, Tasks tasks, RowsDisplay display) {
    this.catalog = catalog;
    this.order = order;
    this.worker = new RowsWorker(tasks, display);
    catalog.listen(this);
  }

  /**
   * What a window shows first, before it has a view: everything in an order. Blocks for up to a
   * tenth of a second at 100,000 rows; from any thread.
   */
  public static ShownRows first(CatalogSnapshot cached, SortOrder order) {
    return new RowsRequest(cached.rows(), "", order, Map.of(), Set.of())
        .answer(new SortedRows(), new SearchTexts());
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
    if (order.columns().contains(SessionColumn.STATE) || query.contains(SearchField.IS.word())) {
      update();
    }
  }
}
