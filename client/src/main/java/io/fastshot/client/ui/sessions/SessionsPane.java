package io.fastshot.client.ui.sessions;

import io.fastshot.client.action.UserAction;
import io.fastshot.client.ui.catalog.CatalogListener;
import io.fastshot.client.ui.catalog.CatalogModel;
import io.fastshot.client.ui.catalog.CatalogView;
import io.fastshot.client.ui.catalog.RowsDisplay;
import io.fastshot.client.ui.catalog.ShownRows;
import io.fastshot.client.ui.catalog.SortOrder;
import io.fastshot.client.ui.gallery.Gallery;
import io.fastshot.client.ui.kit.Background;
import io.fastshot.client.ui.kit.UiSettings;
import io.fastshot.client.ui.preview.PreviewButtons;
import io.fastshot.client.ui.preview.PreviewPanel;
import io.fastshot.client.ui.search.SearchLine;
import io.fastshot.client.ui.shell.Actions;
import io.fastshot.client.ui.shell.Deeds;
import io.fastshot.client.ui.shell.MenuBar;
import io.fastshot.client.ui.shell.WindowContext;
import io.fastshot.client.ui.table.ColumnChoice;
import io.fastshot.client.ui.table.ColumnWidths;
import io.fastshot.client.ui.table.SessionTable;
import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionId;
import java.awt.Component;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JPopupMenu;
import javax.swing.TransferHandler;

/**
 * A list of sessions with search, filters, table, gallery and preview.
 *
 * <p><b>Threads:</b> the event thread only.
 */
public final class SessionsPane {
  private static final String COLUMNS = "columns";
  private static final String ORDER = "order";

  private final CatalogModel catalog;
  private final UiSettings settings;
  private final Deeds deeds;
  private final Pictures pictures;
  private final SessionTable table;
  private final Gallery gallery;
  private final CatalogView view;
  private final PreviewPanel preview;
  private final Finding finding;
  private final ListPane list;
  private final Views views;
  private final SessionsLayout layout;
  private List<IndexRow> selection = List.of();

  /**
   * A list that shows nothing yet.
   *
   * @param deeds gets what is done with the list itself
   * @param display told of the rows, after the list shows them
   */
  public SessionsPane(
      SessionsSource source, WindowContext window, Deeds deeds, RowsDisplay display) {
    this.catalog = source.catalog();
    this.settings = window.settings();
    Background background = window.background();
    Actions actions = window.actions();
    this.deeds = deeds;
    SortOrder order = order(settings);
    pictures = new Pictures(source.pictures(), background.thumbnails());
    table =
        new SessionTable(
            source.name(), source.states(), pictures.rows(), order, by -> view().sort(by));
    gallery =
        new Gallery(
            source.states(), pictures.gallery(), table.getSelectionModel(), Views.size(settings));
    view = new CatalogView(catalog, order, background.rows(), new Rows(display));
    preview =
        new PreviewPanel(
            source.states(),
            pictures.preview(),
            source.details(),
            new PreviewButtons(actions, source.buttons()));
    finding = new Finding(catalog, background, settings, window.notices(), view::search);
    list = new ListPane(catalog, table, gallery, source.whyEmpty(), () -> finding().search(""));
    views = new Views(list, gallery, actions, deeds, settings);
    layout = new SessionsLayout(settings, finding, views.controls(), list, preview);
    settings.get(COLUMNS).ifPresent(text -> ColumnWidths.read(text, table.columns()));
    connect(actions);
    catalog.listen(new Repaints());
  }

  /** The order in which a list was shown last. */
  public static SortOrder order(UiSettings settings) {
    return SortOrder.read(settings.get(ORDER).orElse(""));
  }

  private CatalogView view() {
    return view;
  }

  private SearchLine finding() {
    return finding.line;
  }

  private void connect(Actions actions) {
    deeds
        .put(UserAction.SELECT_ALL, this::selectAll)
        .put(UserAction.FIND, finding.line::find)
        .put(
            UserAction.FILTERS,
            () -> {
              layout.filters().show(!layout.filters().isShown());
              actions.tick(UserAction.FILTERS, layout.filters().isShown());
            });
    table
        .getSelectionModel()
        .addListSelectionListener(event -> {
          if (!event.getValueIsAdjusting()) {
            selected();
          }
        });
    finding.line.onLeave(this::focus);
    MenuBar menus = new MenuBar(actions);
    JPopupMenu context = menus.context();
    Runnable open = () -> actions.run(UserAction.OPEN);
    menus.bindListKeys(table);
    menus.bindListKeys(gallery);
    table.addMouseListener(
        new ListMouse(table, table.getSelectionModel(), table::rowAtPoint, context, open));
    gallery.addMouseListener(
        new ListMouse(gallery, table.getSelectionModel(), gallery::rowAt, context, open));
  }

  private void selected() {
    selection = table.selection();
    preview.show(selection);
    deeds.changed();
  }

  private void selectAll() {
    table.selectAll();
    focus();
  }

  /** Everything but the head. */
  public JComponent content() {
    return layout.content();
  }

  /** The search box, and the choice of the view. */
  public JComponent head() {
    return layout.head();
  }

  /** Which columns the table shows. */
  public ColumnChoice columns() {
    return table.columns();
  }

  /** The selected sessions, in the order of the list. */
  public List<IndexRow> selection() {
    return selection;
  }

  /** Shows rows that were made before there was a view. */
  public void show(ShownRows rows) {
    list.show(rows);
    finding.shown(rows);
    selected();
  }

  /** Calls {@code begin} once, after the list was on the screen for the first time. */
  public void afterFirstPaint(Runnable begin) {
    list.afterFirstPaint(() -> {
      finding.start();
      begin.run();
    });
  }

  /** Searches for a text. */
  public void search(String text) {
    finding.line.search(text);
  }

  /** Puts the cursor into the search box. */
  public void find() {
    finding.line.find();
  }

  /** Gives the list the keyboard. */
  public void focus() {
    list.shownList().requestFocusInWindow();
  }

  /** The tab is shown: the ticks of the menus are this list's. */
  public void shown(Actions actions) {
    views.shown();
    actions.tick(UserAction.FILTERS, layout.filters().isShown());
  }

  /** Takes what is dropped on a list, or dragged out of one. */
  public void transferHandler(TransferHandler handler) {
    for (Component each : List.of(table, gallery)) {
      if (each instanceof JComponent component) {
        component.setTransferHandler(handler);
      }
    }
  }

  /** Places the dividers; when the window has its size. */
  public void place(int width) {
    layout.place(width);
  }

  /** Remembers sizes, columns, order and view. */
  public void remember() {
    layout.remember();
    views.remember(settings);
    settings.put(COLUMNS, ColumnWidths.write(table.columns()));
    settings.put(ORDER, view.order().write());
  }

  private final class Rows implements RowsDisplay {
    private final RowsDisplay next;

    Rows(RowsDisplay next) {
      this.next = next;
    }

    @Override
    public void show(ShownRows rows) {
      SessionsPane.this.show(rows);
      next.show(rows);
    }

    @Override
    public void late(SortOrder order, String query) {
      table.sortingBy(table.shown().order().equals(order) ? null : order.column());
      next.late(order, query);
    }
  }

  /** Paints what changed for single sessions, and asks again for pictures that could not be had. */
  private final class Repaints implements CatalogListener {
    private boolean wasReached;

    @Override
    public void activityChanged(SessionId id) {
      table.repaintRow(id);
      gallery.repaintRow(id);
      preview.activityChanged(id);
      deeds.changed();
    }

    @Override
    public void statusChanged() {
      boolean reached = catalog.connection().reason().isEmpty();
      if (reached && !wasReached) {
        pictures.retryFailed();
        list.repaint();
      }
      wasReached = reached;
    }
  }
}
