package io.fastshot.client.ui;

import io.fastshot.client.data.Library;
import io.fastshot.client.data.catalog.CatalogSnapshot;
import io.fastshot.client.ui.actions.ActionContext;
import io.fastshot.client.ui.catalog.CatalogListener;
import io.fastshot.client.ui.catalog.CatalogModel;
import io.fastshot.client.ui.catalog.CatalogView;
import io.fastshot.client.ui.catalog.RefreshLoop;
import io.fastshot.client.ui.catalog.RowState;
import io.fastshot.client.ui.catalog.RowsDisplay;
import io.fastshot.client.ui.catalog.ShownRows;
import io.fastshot.client.ui.catalog.SortOrder;
import io.fastshot.client.ui.preview.PreviewPanel;
import io.fastshot.client.ui.status.Notices;
import io.fastshot.client.ui.status.RebuildActions;
import io.fastshot.client.ui.status.StatusBar;
import io.fastshot.client.ui.table.SessionTable;
import io.fastshot.client.ui.thumbs.Thumbnails;
import io.fastshot.model.IndexRow;
import io.fastshot.model.RebuildState;
import io.fastshot.model.SessionId;
import javax.swing.JFrame;

/**
 * The parts of the window, made and connected.
 *
 * <p><b>Threads:</b> the event thread only.
 */
final class WindowParts {

  /** Twice the size in the list, for screens of 200 %. */
  private static final int SMALL_PICTURE = 120;

  private static final int SMALL_PICTURES_KEPT = 600;
  private static final int LARGE_PICTURE = 600;
  private static final int LARGE_PICTURES_KEPT = 12;

  final CatalogModel catalog;
  final CatalogView view;
  final SessionTable table;
  final PreviewPanel preview;
  final Notices notices = new Notices();
  final StatusBar status;
  final RebuildActions rebuilds;
  final RefreshLoop refresh;
  final SessionActions actions;
  final ListPane list;
  final Finding finding;
  private final Library library;
  private final Background background;
  private final JFrame frame;

  WindowParts(
      JFrame frame,
      Library library,
      CatalogSnapshot cached,
      Background background,
      UiSettings settings,
      SortOrder order) {
    this.frame = frame;
    this.library = library;
    this.background = background;
    catalog = new CatalogModel(cached);
    refresh =
        new RefreshLoop(
            library::refresh, catalog, background.refresh(), () -> frame.isShowing() && !isIcon());
    ActionContext context =
        new ActionContext(library, catalog, background.changes(), notices, refresh::now);
    actions = new SessionActions(frame, context, background.other());
    Thumbnails small = thumbnails(SMALL_PICTURE, SMALL_PICTURES_KEPT);
    Thumbnails large = thumbnails(LARGE_PICTURE, LARGE_PICTURES_KEPT);
    table = new SessionTable(this::state, small, order, by -> view().sort(by));
    view = new CatalogView(catalog, order, background.rows(), new Rows());
    preview = new PreviewPanel(this::state, large, this::loadDetails, actions);
    rebuilds =
        new RebuildActions(library::rebuilds, catalog, background.other(), notices, refresh::now);
    status = new StatusBar(catalog, settings.clock(), new StatusWishes());
    finding =
        new Finding(
            context, background, settings, text -> view.search(text), actions::chooseAndUpload);
    list = new ListPane(catalog, table, new ListWishes());
    table.getSelectionModel().addListSelectionListener(_ -> preview.show(table.selection()));
    catalog.listen(new Repaints(small, large));
    LocalFiles local = new LocalFiles(library, catalog, background.other());
    local.statusChanged();
  }

  private CatalogView view() {
    return view;
  }

  private boolean isIcon() {
    return (frame.getExtendedState() & JFrame.ICONIFIED) != 0;
  }

  private Thumbnails thumbnails(int size, int kept) {
    return new Thumbnails(library::thumbnail, background.thumbnails(), size, kept);
  }

  private RowState state(IndexRow row) {
    return RowState.of(row, catalog.activity(row.id()).orElse(null), catalog.isLocal(row.id()));
  }

  /** Shows rows in the table and all that tells of them. */
  void show(ShownRows rows) {
    list.show(rows);
    status.shown(rows);
    finding.shown(rows);
    preview.show(table.selection());
  }

  private final class Rows implements RowsDisplay {
    @Override
    public void show(ShownRows rows) {
      WindowParts.this.show(rows);
    }

    @Override
    public void late(SortOrder order, String query) {
      table.sortingBy(table.shown().order().equals(order) ? null : order.column());
      status.late(order, query);
    }
  }

  private void loadDetails(
      IndexRow row, java.util.function.Consumer<io.fastshot.model.SessionMeta> then) {
    background
        .other()
        .run(
            () -> library.details(row),
            then,
            failure ->
                System.getLogger(WindowParts.class.getName())
                    .log(
                        System.Logger.Level.WARNING, "the whole description is not here", failure));
  }

  /** Paints what changed for single sessions, and asks again for pictures that could not be had. */
  private final class Repaints implements CatalogListener {
    private final Thumbnails small;
    private final Thumbnails large;
    private boolean wasReached;

    Repaints(Thumbnails small, Thumbnails large) {
      this.small = small;
      this.large = large;
    }

    @Override
    public void activityChanged(SessionId id) {
      table.repaintRow(id);
      preview.activityChanged(id);
    }

    @Override
    public void statusChanged() {
      boolean reached = catalog.connection().reason().isEmpty();
      if (reached && !wasReached) {
        small.retryFailed();
        large.retryFailed();
        table.repaint();
      }
      wasReached = reached;
    }
  }

  private final class StatusWishes implements StatusBar.Wishes {
    @Override
    public void refresh() {
      refresh.now();
    }

    @Override
    public void rebuild(RebuildState.Mode mode) {
      rebuilds.ask(frame, mode);
    }

    @Override
    public void cancelRebuild() {
      rebuilds.cancel();
    }
  }

  private final class ListWishes implements ListPane.Wishes {
    @Override
    public void upload() {
      actions.chooseAndUpload();
    }

    @Override
    public void clearSearch() {
      finding.top.search("");
    }

    @Override
    public void retry() {
      refresh.now();
    }
  }
}
