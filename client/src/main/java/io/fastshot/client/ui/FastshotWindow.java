package io.fastshot.client.ui;

import io.fastshot.client.action.UserAction;
import io.fastshot.client.data.Library;
import io.fastshot.client.data.catalog.CatalogSnapshot;
import io.fastshot.client.ui.actions.TransferFeed;
import io.fastshot.client.ui.catalog.CatalogView;
import io.fastshot.client.ui.catalog.ShownRows;
import io.fastshot.client.ui.catalog.SortOrder;
import io.fastshot.client.ui.cloud.CloudTab;
import io.fastshot.client.ui.kit.Background;
import io.fastshot.client.ui.kit.Edt;
import io.fastshot.client.ui.kit.EdtWatchdog;
import io.fastshot.client.ui.kit.FileDrop;
import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.kit.UiSettings;
import io.fastshot.client.ui.local.LocalTab;
import io.fastshot.client.ui.look.AppIcon;
import io.fastshot.client.ui.sessions.SessionsPane;
import io.fastshot.client.ui.settings.SettingsTab;
import io.fastshot.client.ui.shell.Actions;
import io.fastshot.client.ui.shell.Deeds;
import io.fastshot.client.ui.shell.KeySheet;
import io.fastshot.client.ui.shell.MenuBar;
import io.fastshot.client.ui.shell.WindowContext;
import io.fastshot.client.ui.status.Notices;
import io.fastshot.client.ui.system.SystemControl;
import io.fastshot.client.ui.system.TrayChoice;
import io.fastshot.client.ui.table.ColumnMenu;
import io.fastshot.client.ui.transfers.TransfersTab;
import java.awt.BorderLayout;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.WindowConstants;

/**
 * The window of a library: makes the tabs and what they share, starts what runs in the background,
 * and ends all of it when the person closes the window.
 */
public final class FastshotWindow {
  private final JFrame frame = new JFrame();
  private final Background background = Background.start();
  private final EdtWatchdog watchdog = EdtWatchdog.start(EdtWatchdog.LIMIT);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final UiSettings settings;
  private final WindowPlace place;
  private final Tabs tabs;
  private final CloudTab cloud;
  private final HotkeyControl hotkey;
  private final TransferFeed feed;
  private final SystemControl system;

  /** What the window begins with, read from disk. */
  private record Beginning(CatalogSnapshot cached, ShownRows rows) {}

  /**
   * Opens the window; returns when it is on the screen with the rows of the cache. The first
   * request to the library is made when they are painted. Not on the event thread.
   *
   * @param library stays open; close it after {@link #awaitClosed()}
   */
  public static FastshotWindow open(Library library, UiSettings settings)
      throws InterruptedException {
    Edt.forbid();
    SortOrder order = SessionsPane.order(settings);
    FutureTask<Beginning> beginning =
        new FutureTask<>(() -> {
          CatalogSnapshot cached = library.cached();
          return new Beginning(cached, CatalogView.first(cached, order));
        });
    FutureTask<FastshotWindow> opening =
        new FutureTask<>(() -> new FastshotWindow(library, beginning, settings));
    Edt.later(opening);
    beginning.run(); // while the event thread sets up the toolkit
    try {
      return opening.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the window could not be opened", e.getCause());
    }
  }

  private FastshotWindow(Library library, Future<Beginning> beginning, UiSettings settings)
      throws InterruptedException, ExecutionException {
    this.settings = settings;
    place = new WindowPlace(settings);
    ThemeControl themes = new ThemeControl(settings, background.other());
    themes.start();
    Deeds deeds = new Deeds();
    Actions actions = new Actions(deeds);
    Notices notices = new Notices();
    TopBar top = new TopBar(library.settings().name(), actions);
    Beginning known = beginning.get();
    feed = new TransferFeed(library.transfers(), background.changes());
    WindowContext context =
        new WindowContext(frame, background, settings, notices, actions, feed, this::isSeen);
    cloud = new CloudTab(context, library, known.cached());
    tabs = new Tabs(actions, top);
    addTabs(context, library, themes.access(), deeds);
    hotkey = new HotkeyControl(frame, context, this::find);
    system = new SystemControl(frame, cloud::view, TrayChoice.in(settings), hotkey::raise);
    fill(deeds, actions);
    TextGate.title(frame, "Fastshot – " + library.settings().name());
    frame.setName("fastshot");
    frame.setIconImages(AppIcon.images());
    frame.setContentPane(content(top, notices));
    MenuBar menus = new MenuBar(actions);
    frame.setJMenuBar(
        menus.bar(Map.of("View", List.of(new ColumnMenu(cloud.columns()).menu(), themes.menu()))));
    menus.bindAlso(frame.getRootPane());
    frame.getRootPane().setTransferHandler(new FileDrop(cloud::upload));
    frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
    frame.addWindowListener(new Listener());
    place.place(frame);
    cloud.place(frame.getWidth());
    hotkey.bind();
    cloud.show(known.rows(), this::begin);
    frame.setVisible(true);
    cloud.shown();
  }

  private void addTabs(
      WindowContext context, Library library, SettingsTab.Themes themes, Deeds deeds) {
    TransfersTab transfers = new TransfersTab(context);
    transfers.fill(deeds);
    tabs.add(cloud);
    tabs.add(new LocalTab(context, library, this::upload));
    tabs.add(transfers);
    tabs.add(new SettingsTab(context, library, themes, cloud::localFilesChanged));
  }

  /** What would only be in the way of the first picture. */
  private void begin() {
    hotkey.start();
    feed.start();
    system.start(background.other());
  }

  private JPanel content(TopBar top, Notices notices) {
    JPanel content = new JPanel(new BorderLayout());
    content.add(top, BorderLayout.NORTH);
    content.add(tabs.pane(), BorderLayout.CENTER);
    content.add(notices, BorderLayout.SOUTH);
    return content;
  }

  private void fill(Deeds deeds, Actions actions) {
    tabs.fill(deeds);
    deeds
        .put(UserAction.KEYS, () -> KeySheet.show(frame))
        .put(UserAction.UPLOAD, this::chooseAndUpload)
        .put(UserAction.CLOSE, this::closing);
    deeds.changed();
    actions.show(cloud.deeds());
  }

  private void chooseAndUpload() {
    tabs.show(cloud);
    cloud.chooseAndUpload();
  }

  private void upload(List<Path> files) {
    tabs.show(cloud);
    cloud.upload(files);
  }

  private boolean isSeen() {
    return frame.isShowing() && (frame.getExtendedState() & JFrame.ICONIFIED) == 0;
  }

  private void find() {
    tabs.show(cloud);
    cloud.find();
  }

  /**
   * Brings the window to the front, the cursor in the search box. From any thread.
   *
   * @param files sessions to show beside it, mostly none
   */
  public void raise(List<Path> files) {
    Edt.later(() -> {
      hotkey.raise();
      cloud.view(files);
    });
  }

  /** Closes the window and all that belongs to it, also if it would stay in the tray. */
  public void close() {
    Edt.later(system::quit);
  }

  private void closing() {
    frame.dispatchEvent(new WindowEvent(frame, WindowEvent.WINDOW_CLOSING));
  }

  /** Waits until the window is closed. Not on the event thread. */
  public void awaitClosed() throws InterruptedException {
    Edt.forbid();
    closed.await();
  }

  private void remember() {
    place.remember(frame);
    try {
      settings.save();
    } catch (IOException e) {
      System.getLogger(FastshotWindow.class.getName())
          .log(System.Logger.Level.WARNING, "the window settings were not saved", e);
    }
  }

  private final class Listener extends WindowAdapter {
    @Override
    public void windowClosing(WindowEvent event) {
      if (system.staysInTray()) {
        frame.setVisible(false);
        return;
      }
      tabs.close();
      feed.stop();
      remember();
      hotkey.stop();
      system.stop();
      watchdog.close();
      background.close();
      for (java.awt.Window window : java.awt.Window.getWindows()) {
        window.dispose();
      }
      closed.countDown();
    }

    @Override
    public void windowActivated(WindowEvent event) {
      cloud.activated();
    }
  }
}
