package io.fastshot.client.ui.table;

import io.fastshot.client.ui.catalog.SessionColumn;
import io.fastshot.client.ui.catalog.SortOrder;
import java.awt.EventQueue;
import java.awt.event.InputEvent;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.RowSorter;

/**
 * Shows in the header the order that the rows are in, and passes clicks on it on. It sorts nothing:
 * rows arrive sorted, because sorting 100,000 of them does not belong on the event thread.
 */
final class HeaderSorter extends RowSorter<SessionTableModel> {
  private final SessionTableModel model;
  private final Consumer<SortOrder> wish;
  private SortOrder shown;
  private SortOrder wished;

  HeaderSorter(SessionTableModel model, SortOrder order, Consumer<SortOrder> wish) {
    this.model = model;
    this.shown = order;
    this.wished = order;
    this.wish = wish;
  }

  /** The rows are in this order now. */
  void shown(SortOrder order) {
    if (!order.equals(shown)) {
      shown = order;
      fireSortOrderChanged();
    }
  }

  @Override
  public SessionTableModel getModel() {
    return model;
  }

  @Override
  public void toggleSortOrder(int column) {
    SessionColumn by = SessionColumn.at(column);
    if (!by.isSortable()) {
      return;
    }
    // Swing does not say how the header was clicked.
    boolean too = EventQueue.getCurrentEvent() instanceof InputEvent event && event.isShiftDown();
    wished = too ? wished.clickedToo(by) : wished.clicked(by);
    wish.accept(wished);
  }

  @Override
  public List<? extends SortKey> getSortKeys() {
    return shown.keys().stream()
        .map(key ->
            new SortKey(
                key.column().index(),
                key.ascending()
                    ? javax.swing.SortOrder.ASCENDING
                    : javax.swing.SortOrder.DESCENDING))
        .toList();
  }

  @Override
  public void setSortKeys(@org.jspecify.annotations.Nullable List<? extends SortKey> keys) {
    throw new UnsupportedOperationException("the order is set by the header");
  }

  @Override
  public int convertRowIndexToModel(int index) {
    return index;
  }

  @Override
  public int convertRowIndexToView(int index) {
    return index;
  }

  @Override
  public int getViewRowCount() {
    return model.getRowCount();
  }

  @Override
  public int getModelRowCount() {
    return model.getRowCount();
  }

  @Override
  public void modelStructureChanged() {
    // Nothing is kept of the model.
  }

  @Override
  public void allRowsChanged() {
    // Rows arrive sorted.
  }

  @Override
  public void rowsInserted(int firstRow, int endRow) {
    // Rows arrive sorted.
  }

  @Override
  public void rowsDeleted(int firstRow, int endRow) {
    // Rows arrive sorted.
  }

  @Override
  public void rowsUpdated(int firstRow, int endRow) {
    // Rows arrive sorted.
  }

  @Override
  public void rowsUpdated(int firstRow, int endRow, int column) {
    // Rows arrive sorted.
  }
}
