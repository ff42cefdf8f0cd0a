package io.fastshot.client.ui.local;

import io.fastshot.client.action.UserAction;
import io.fastshot.client.data.catalog.CatalogSnapshot;
import io.fastshot.client.data.local.LocalFolder;
import io.fastshot.client.data.local.LocalListing;
import io.fastshot.client.data.local.LocalSession;
import io.fastshot.client.data.transfer.DownloadOutcome;
import io.fastshot.client.ui.catalog.CatalogModel;
import io.fastshot.client.ui.catalog.Connection;
import io.fastshot.client.ui.catalog.RowState;
import io.fastshot.client.ui.catalog.RowsDisplay;
import io.fastshot.client.ui.catalog.ShownRows;
import io.fastshot.client.ui.catalog.SortOrder;
import io.fastshot.client.ui.kit.FileManager;
import io.fastshot.client.ui.kit.Texts;
import io.fastshot.client.ui.look.Glyph;
import io.fastshot.client.ui.sessions.EmptyReason;
import io.fastshot.client.ui.sessions.SessionsPane;
import io.fastshot.client.ui.sessions.SessionsSource;
import io.fastshot.client.ui.shell.Deeds;
import io.fastshot.client.ui.shell.WindowContext;
import io.fastshot.client.ui.status.Notice;
import io.fastshot.client.ui.viewer.ViewerWindow;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import java.awt.BorderLayout;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.Timer;

/** The sessions of one folder, followed as long as they are looked at. */
final class LocalSessions {
  private static final System.Logger LOG = System.getLogger(LocalSessions.class.getName());

  /** How often the folder is looked at: a listing, and a look at each file. */
  private static final int FOLLOW_MS = 3_000;

  /** What the preview offers. */
  private static final Map<UserAction, Glyph> BUTTONS = new LinkedHashMap<>();

  static {
    BUTTONS.put(UserAction.OPEN, Glyph.OPEN);
    BUTTONS.put(UserAction.UPLOAD_SELECTED, Glyph.UPLOAD);
    BUTTONS.put(UserAction.DELETE, Glyph.DELETE);
  }

  private final WindowContext window;
  private final Consumer<List<Path>> upload;
  private final XorMask legacyKey;
  private final CatalogModel catalog = new CatalogModel(CatalogSnapshot.empty());
  private final Set<SessionId> temporary = new HashSet<>();
  private final SessionsPane pane;
  private final FolderStatus status = new FolderStatus();
  private final JPanel content = new JPanel(new BorderLayout());
  private final JPanel head = new JPanel(new BorderLayout(12, 0));
  private final Timer follow = new Timer(FOLLOW_MS, _ -> look());
  private LocalFolder folder;
  private boolean looking;

  LocalSessions(
      WindowContext window,
      Deeds deeds,
      LocalPlaces places,
      XorMask legacyKey,
      Consumer<List<Path>> upload) {
    this.window = window;
    this.legacyKey = legacyKey;
    this.upload = upload;
    folder = new LocalFolder(places.chosen(), legacyKey);
    pane =
        new SessionsPane(
            new SessionsSource(
                "Local sessions",
                catalog,
                this::state,
                row -> folder().thumbnail(row),
                this::load,
                this::whyEmpty,
                BUTTONS),
            window,
            deeds,
            new Display());
    fill(deeds);
    content.add(pane.content(), BorderLayout.CENTER);
    content.add(status, BorderLayout.SOUTH);
    head.add(new FolderChoice(places, this::choose), BorderLayout.LINE_START);
    head.add(pane.head(), BorderLayout.CENTER);
  }

  private LocalFolder folder() {
    return folder;
  }

  private void fill(Deeds deeds) {
    deeds
        .put(
            UserAction.OPEN,
            () -> pane.selection().stream().limit(5).forEach(this::open),
            this::any)
        .put(UserAction.UPLOAD_SELECTED, () -> upload.accept(files()), this::any)
        .put(UserAction.SHOW_IN_FOLDER, this::showInFolder, this::any)
        .put(UserAction.DELETE, this::delete, this::any)
        .put(UserAction.REFRESH, this::look);
    deeds.changed();
  }

  private boolean any() {
    return !pane.selection().isEmpty();
  }

  private List<Path> files() {
    return pane.selection().stream().map(folder::file).toList();
  }

  private void open(IndexRow row) {
    Path file = folder.file(row);
    ViewerWindow.open(
        row,
        new ViewerWindow.Parts(
            (_, then) -> then.accept(new DownloadOutcome.Saved(file, "", false)),
            _ -> {},
            catalog,
            window.background().other(),
            legacyKey),
        window.frame());
  }

  private void showInFolder() {
    FileManager.show(files().getFirst(), window.background().other(), this::problem);
  }

  private void delete() {
    List<Path> files = files();
    window
        .background()
        .changes()
        .run(
            () -> DesktopTrash.move(files),
            left -> {
              look();
              if (!left.isEmpty()) {
                problem(
                    "%s could not be moved to the trash of this desktop, and stayed: %s"
                        .formatted(
                            Texts.count(left.size(), "file", "files"),
                            left.getFirst().getFileName()));
              }
            },
            failure -> problem("Nothing was deleted: " + Texts.reason(failure)));
  }

  private void problem(String text) {
    window.notices().show(Notice.problem("local", text));
  }

  private RowState state(IndexRow row) {
    if (row.meta().degraded() != null) {
      return new RowState(
          RowState.Kind.DEGRADED, "unreadable", RowState.problem(row.meta().degraded()), false);
    }
    return temporary.contains(row.id())
        ? new RowState(
            RowState.Kind.LOCAL,
            "temporary",
            "The original app's memory of its open windows; the app writes over it",
            false)
        : new RowState(RowState.Kind.LOCAL, "file", "A file in this folder", false);
  }

  private EmptyReason whyEmpty() {
    return catalog.isFirstLoad()
        ? EmptyReason.of("Reading the folder…", " ")
        : EmptyReason.of("No sessions in this folder", "Sessions are files that end in .fastshot.");
  }

  private void load(IndexRow row, Consumer<SessionMeta> then) {
    LocalFolder of = folder;
    window
        .background()
        .other()
        .run(
            () -> of.details(row),
            then,
            failure ->
                LOG.log(System.Logger.Level.WARNING, "the whole description is not here", failure));
  }

  private void choose(Path chosen) {
    folder = new LocalFolder(chosen, legacyKey);
    looking = false; // what is read of the folder of before is of no use
    catalog.refreshed(CatalogSnapshot.empty(), new Connection.Connecting());
    look();
  }

  private void look() {
    if (looking || !window.isSeen().getAsBoolean()) {
      return;
    }
    looking = true;
    LocalFolder of = folder;
    window
        .background()
        .other()
        .run(of::list, listing -> looked(of, listing), failure -> broke(of, failure));
  }

  private void looked(LocalFolder of, LocalListing listing) {
    if (of != folder) {
      return;
    }
    looking = false;
    temporary.clear();
    listing.sessions().stream()
        .filter(LocalSession::temporary)
        .forEach(session -> temporary.add(session.row().id()));
    List<IndexRow> rows = listing.sessions().stream().map(LocalSession::row).toList();
    catalog.refreshed(
        new CatalogSnapshot(rows, 0, window.settings().clock().instant(), true, null, null),
        new Connection.UpToDate());
    status.show(rows, listing.problem());
  }

  private void broke(LocalFolder of, Exception failure) {
    if (of == folder) {
      looking = false;
      status.show(catalog.rows(), Texts.reason(failure));
    }
  }

  JComponent content() {
    return content;
  }

  JComponent head() {
    return head;
  }

  void place(int width) {
    pane.place(width);
  }

  void shown() {
    pane.shown(window.actions());
    pane.focus();
    pane.afterFirstPaint(() -> {});
    look();
    follow.start();
  }

  void hidden() {
    follow.stop();
  }

  void close() {
    follow.stop();
    pane.remember();
  }

  private static final class Display implements RowsDisplay {
    @Override
    public void show(ShownRows rows) {
      // The foot counts the folder, not what a search leaves.
    }

    @Override
    public void late(SortOrder order, String query) {
      // The header says it.
    }
  }
}
