package io.fastshot.client.ui.table;

import io.fastshot.client.ui.catalog.CatalogView;
import io.fastshot.client.ui.catalog.SessionColumn;
import io.fastshot.client.ui.catalog.ShownRows;
import io.fastshot.client.ui.catalog.SortOrder;
import io.fastshot.client.ui.kit.Edt;
import io.fastshot.client.ui.thumbs.Thumbnails;
import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionId;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.swing.JTable;
import javax.swing.JViewport;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;
import javax.swing.table.JTableHeader;
import javax.swing.table.TableCellRenderer;
import javax.swing.table.TableColumn;
import org.jspecify.annotations.Nullable;

/**
 * The list of sessions. Selection and scroll position belong to sessions, not to row numbers: they
 * stay when rows come, go or move.
 *
 * <p><b>Threads:</b> the event thread only.
 */
public final class SessionTable extends JTable {
  private static final long serialVersionUID = 1L;
  private static final int ROW_HEIGHT = 50;

  private final transient SessionTableModel rows;
  private final transient HeaderSorter sorter;
  private final transient ColumnChoice columns;
  private @Nullable SessionColumn sortingBy;
  private final transient SelectionKeeper keeper = new SelectionKeeper(this);

  /** An empty table. */
  public SessionTable(
      String name,
      RowStates states,
      Thumbnails thumbnails,
      SortOrder order,
      Consumer<SortOrder> wish) {
    super(new SessionTableModel(states));
    rows = (SessionTableModel) getModel();
    setName("sessions");
    getAccessibleContext().setAccessibleName(name);
    setRowHeight(ROW_HEIGHT);
    setShowVerticalLines(false);
    setIntercellSpacing(new Dimension(0, 1));
    setFillsViewportHeight(true);
    setSelectionMode(ListSelectionModel.MULTIPLE_INTERVAL_SELECTION);
    setAutoCreateColumnsFromModel(false);
    setSurrendersFocusOnKeystroke(false);
    sorter = new HeaderSorter(rows, order, wish);
    setRowSorter(sorter);
    setUpdateSelectionOnSort(false);
    setUpColumns(states, thumbnails);
    columns = new ColumnChoice(getColumnModel());
    getTableHeader().setComponentPopupMenu(new ColumnMenu(columns).popup());
    thumbnails.listen(this::repaintRow);
  }

  private void setUpColumns(RowStates states, Thumbnails thumbnails) {
    for (SessionColumn column : SessionColumn.all()) {
      var view = getColumnModel().getColumn(column.index());
      view.setIdentifier(column);
      view.setMinWidth(column.minWidth());
      view.setPreferredWidth(column.width());
      TableCellRenderer cells = renderer(column, states, thumbnails);
      view.setCellRenderer(cells);
      view.setHeaderRenderer(new HeaderCell(this, column, HeaderCell.alignmentOf(cells)));
    }
    JTableHeader header = getTableHeader();
    header.setName("header");
    header
        .getAccessibleContext()
        .setAccessibleName("Columns; click to sort, Shift-click to sort by one more");
    header.getInputMap().put(KeyStroke.getKeyStroke("shift SPACE"), "toggleSortOrder");
  }

  private static TableCellRenderer renderer(
      SessionColumn column, RowStates states, Thumbnails thumbnails) {
    return switch (column) {
      case THUMBNAIL -> new ThumbnailCell(thumbnails);
      case NAME -> new NameCell();
      case TAGS -> new TagsCell();
      case COLOR -> new ColorCell();
      case IMAGES, SIZE -> new TextCell(SwingConstants.TRAILING);
      case STATE -> new StateCell(states);
      case DESCRIPTION, CLASS, CREATED -> new TextCell(SwingConstants.LEADING);
    };
  }

  /** Shows rows; {@link CatalogView} calls it. */
  public void show(ShownRows next) {
    Edt.require();
    keeper.replace(rows.shown(), next, () -> rows.replace(next));
    sorter.shown(next.order());
    sortingBy(null);
  }

  /** The rows are being sorted; the header says by what. They stay as they are until then. */
  public void sortingBy(@Nullable SessionColumn column) {
    if (column != sortingBy) {
      sortingBy = column;
      getTableHeader().repaint();
    }
  }

  /** What the header of a column says. */
  String headerText(SessionColumn column) {
    return column == sortingBy ? column.title() + " …" : column.title();
  }

  /** The mark of a column that the list is sorted by together with others. */
  Optional<SortIcon> sortIcon(SessionColumn column) {
    List<SortOrder.Key> keys = shown().order().keys();
    return IntStream.range(0, keys.size())
        .filter(i -> keys.size() > 1 && keys.get(i).column() == column)
        .mapToObj(i -> new SortIcon(keys.get(i).ascending(), i + 1))
        .findFirst();
  }

  /** Which columns are shown. */
  public ColumnChoice columns() {
    return columns;
  }

  /** What is shown. */
  public ShownRows shown() {
    return rows.shown();
  }

  /** The selected rows, from top to bottom. */
  public List<IndexRow> selection() {
    return Arrays.stream(getSelectedRows())
        .filter(index -> index < rows.getRowCount())
        .mapToObj(rows::row)
        .toList();
  }

  /** Paints one session anew. */
  public void repaintRow(SessionId id) {
    Integer index = rows.shown().positions().get(id);
    if (index != null) {
      repaint(getCellRect(index, 0, false).union(getCellRect(index, getColumnCount() - 1, false)));
    }
  }

  /** Scrolls so that a row is at the top, or as near to it as can be; nothing for -1. */
  public void reveal(int index) {
    if (index >= 0 && index < getRowCount()) {
      Rectangle row = getCellRect(index, 0, true);
      scrollRectToVisible(new Rectangle(row.x, row.y, row.width, getVisibleRect().height));
    }
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    int least =
        Collections.list(getColumnModel().getColumns()).stream()
            .mapToInt(TableColumn::getMinWidth)
            .sum();
    return getParent() instanceof JViewport viewport && viewport.getWidth() >= least;
  }

  @Override
  public void doLayout() {
    if (getTableHeader() == null || getTableHeader().getResizingColumn() == null) {
      ColumnFit.fit(getColumnModel(), getWidth());
    } else {
      super.doLayout();
    }
  }

  @Override
  public void updateUI() {
    super.updateUI();
    setRowHeight(ROW_HEIGHT);
  }
}
