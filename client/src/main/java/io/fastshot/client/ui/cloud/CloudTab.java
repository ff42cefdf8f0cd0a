package io.fastshot.client.ui.cloud;

import io.fastshot.client.action.UserAction;
import io.fastshot.client.data.Library;
import io.fastshot.client.data.catalog.CatalogSnapshot;
import io.fastshot.client.ui.actions.ActionContext;
import io.fastshot.client.ui.actions.TransferRows;
import io.fastshot.client.ui.catalog.CatalogModel;
import io.fastshot.client.ui.catalog.RefreshLoop;
import io.fastshot.client.ui.catalog.RowState;
import io.fastshot.client.ui.catalog.RowsDisplay;
import io.fastshot.client.ui.catalog.ShownRows;
import io.fastshot.client.ui.catalog.SortOrder;
import io.fastshot.client.ui.kit.Background;
import io.fastshot.client.ui.look.Glyph;
import io.fastshot.client.ui.sessions.SessionsPane;
import io.fastshot.client.ui.sessions.SessionsSource;
import io.fastshot.client.ui.shell.Actions;
import io.fastshot.client.ui.shell.Deeds;
import io.fastshot.client.ui.shell.Tab;
import io.fastshot.client.ui.shell.WindowContext;
import io.fastshot.client.ui.status.Notices;
import io.fastshot.client.ui.status.RebuildActions;
import io.fastshot.client.ui.status.StatusBar;
import io.fastshot.client.ui.table.ColumnChoice;
import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionMeta;
import java.awt.BorderLayout;
import java.awt.Window;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JPanel;

/**
 * The sessions of the library.
 *
 * <p><b>Threads:</b> the event thread only.
 */
public final class CloudTab implements Tab {
  private static final System.Logger LOG = System.getLogger(CloudTab.class.getName());

  /** What the preview offers. */
  private static final Map<UserAction, Glyph> BUTTONS = new LinkedHashMap<>();

  static {
    BUTTONS.put(UserAction.OPEN, Glyph.OPEN);
    BUTTONS.put(UserAction.DOWNLOAD, Glyph.DOWNLOAD);
    BUTTONS.put(UserAction.DELETE, Glyph.DELETE);
  }

  private final Library library;
  private final Background background;
  private final CatalogModel catalog;
  private final RefreshLoop refresh;
  private final SessionActions actions;
  private final RebuildActions rebuilds;
  private final SessionsPane pane;
  private final StatusBar status;
  private final JPanel content = new JPanel(new BorderLayout());
  private final Deeds deeds = new Deeds();
  private final Actions shared;
  private final LocalFiles local;

  /**
   * Shows nothing yet and asks for nothing.
   *
   * @param cached the catalog as it was known last
   */
  public CloudTab(WindowContext window, Library library, CatalogSnapshot cached) {
    Window frame = window.frame();
    Notices notices = window.notices();
    background = window.background();
    shared = window.actions();
    this.library = library;
    catalog = new CatalogModel(cached);
    refresh = new RefreshLoop(library::refresh, catalog, background.refresh(), window.isSeen());
    ActionContext context =
        new ActionContext(
            library, window.transfers(), catalog, background.changes(), notices, refresh::now);
    new TransferRows(window.transfers(), catalog).changed();
    actions = new SessionActions(frame, context, background.other());
    rebuilds =
        new RebuildActions(library::rebuilds, catalog, background.other(), notices, refresh::now);
    status =
        new StatusBar(
            catalog, window.settings().clock(), new StatusWishes(frame, refresh::now, rebuilds));
    shared.follow(deeds);
    CloudEmpty empty = new CloudEmpty(catalog, () -> actions.chooseAndUpload(), refresh::now);
    pane =
        new SessionsPane(
            new SessionsSource(
                "Cloud sessions",
                catalog,
                this::state,
                library::thumbnail,
                this::load,
                empty,
                BUTTONS),
            window,
            deeds,
            new Display());
    new CloudDeeds(actions, rebuilds, refresh::now, pane::selection, this::state)
        .fill(deeds, frame);
    content.add(pane.content(), BorderLayout.CENTER);
    content.add(status, BorderLayout.SOUTH);
    local = new LocalFiles(library, catalog, background.other());
    local.statusChanged();
  }

  private RowState state(IndexRow row) {
    return RowState.of(row, catalog.activity(row.id()).orElse(null), catalog.isLocal(row.id()));
  }

  private void load(IndexRow row, Consumer<SessionMeta> then) {
    background
        .other()
        .run(
            () -> library.details(row),
            then,
            failure ->
                LOG.log(System.Logger.Level.WARNING, "the whole description is not here", failure));
  }

  /**
   * Shows the rows that were made of the cache, and asks for the list when they are painted.
   *
   * @param began called then
   */
  public void show(ShownRows rows, Runnable began) {
    pane.show(rows);
    status.shown(rows);
    pane.afterFirstPaint(() -> {
      refresh.now();
      began.run();
    });
  }

  @Override
  public String title() {
    return "Cloud Sessions";
  }

  @Override
  public JComponent content() {
    return content;
  }

  @Override
  public JComponent head() {
    return pane.head();
  }

  @Override
  public Deeds deeds() {
    return deeds;
  }

  @Override
  public void shown() {
    pane.shown(shared);
    pane.focus();
  }

  /** Places the dividers of a window of this width, in pixels. */
  public void place(int width) {
    pane.place(width);
  }

  /** Which columns the table shows. */
  public ColumnChoice columns() {
    return pane.columns();
  }

  /** Lets the person choose files and uploads them. */
  public void chooseAndUpload() {
    actions.chooseAndUpload();
  }

  /** Uploads files that were dropped on the window. */
  public void upload(List<Path> files) {
    actions.upload(files);
  }

  /** Shows sessions in files of this machine. */
  public void view(List<Path> files) {
    actions.view(files);
  }

  /** Puts the cursor into the search box. */
  public void find() {
    pane.find();
  }

  /** Files of sessions may have come or gone on this machine. */
  public void localFilesChanged() {
    local.lookAgain();
  }

  /** The window has become the active one: others may have changed the library meanwhile. */
  public void activated() {
    refresh.soon();
  }

  @Override
  public void close() {
    pane.remember();
    refresh.stop();
  }

  private final class Display implements RowsDisplay {
    @Override
    public void show(ShownRows rows) {
      status.shown(rows);
    }

    @Override
    public void late(SortOrder order, String query) {
      status.late(order, query);
    }
  }
}
