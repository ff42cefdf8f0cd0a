package io.fastshot.client.ui;

import io.fastshot.client.data.Library;
import io.fastshot.client.data.catalog.CatalogSnapshot;
import io.fastshot.client.ui.catalog.CatalogView;
import io.fastshot.client.ui.catalog.ShownRows;
import io.fastshot.client.ui.catalog.SortOrder;
import io.fastshot.client.ui.kit.Edt;
import io.fastshot.client.ui.kit.EdtWatchdog;
import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.look.AppIcon;
import io.fastshot.client.ui.system.SystemControl;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import javax.swing.JFrame;
import javax.swing.JPopupMenu;
import javax.swing.WindowConstants;

/**
 * The window of a library: places the parts, starts what runs in the background, and ends all of it
 * when the person closes the window.
 */
public final class FastshotWindow {
  private final JFrame frame = new JFrame();
  private final Background background = Background.start();
  private final EdtWatchdog watchdog = EdtWatchdog.start(EdtWatchdog.LIMIT);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final WindowLayout layout;
  private final WindowParts parts;
  private final HotkeyControl hotkey;
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
    SortOrder order = WindowLayout.order(settings);
    FutureTask<Beginning> beginning =
        new FutureTask<>(() -> {
          CatalogSnapshot cached = library.cached();
          return new Beginning(cached, CatalogView.first(cached, order));
        });
    FutureTask<FastshotWindow> opening =
        new FutureTask<>(() -> new FastshotWindow(library, beginning, settings, order));
    Edt.later(opening);
    beginning.run(); // while the event thread sets up the toolkit
    try {
      return opening.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the window could not be opened", e.getCause());
    }
  }

  private FastshotWindow(
      Library library, Future<Beginning> beginning, UiSettings settings, SortOrder order)
      throws InterruptedException, ExecutionException {
    ThemeControl themes = new ThemeControl(settings, background.other());
    themes.start();
    layout = new WindowLayout(settings);
    Beginning known = beginning.get();
    parts = new WindowParts(frame, library, known.cached(), background, settings, order);
    hotkey = new HotkeyControl(frame, parts, background.other(), settings);
    system = new SystemControl(frame, parts.actions::view, settings, hotkey::raise);
    TextGate.title(frame, "Fastshot – " + library.settings().name());
    frame.setName("fastshot");
    frame.setIconImages(AppIcon.images());
    layout.place(frame, parts);
    connect(new Menus(new MenuWishes(frame, parts, layout, themes)), settings);
    frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
    frame.addWindowListener(new Closing());
    hotkey.bind();
    parts.show(known.rows());
    parts.list.afterFirstPaint(this::begin);
    frame.setVisible(true);
    parts.table.requestFocusInWindow();
  }

  /** What would only be in the way of the first picture. */
  private void begin() {
    parts.refresh.now();
    parts.finding.start();
    hotkey.start();
    system.start(background.other());
  }

  private void connect(Menus menus, UiSettings settings) {
    frame.setJMenuBar(menus.bar(settings.theme()));
    JPopupMenu context = menus.context();
    menus.bindTableKeys(parts.table);
    TableMouse.install(parts.table, context, menus);
    FileDrop drop = new FileDrop(parts.actions::upload);
    frame.getRootPane().setTransferHandler(drop);
    parts.table.setTransferHandler(drop);
    parts.finding.top.onLeave(parts.table::requestFocusInWindow);
  }

  /**
   * Brings the window to the front, the cursor in the search box. From any thread.
   *
   * @param files sessions to show beside it, mostly none
   */
  public void raise(List<Path> files) {
    Edt.later(() -> {
      hotkey.raise();
      parts.actions.view(files);
    });
  }

  /** Closes the window and all that belongs to it, also if it would stay in the tray. */
  public void close() {
    Edt.later(system::quit);
  }

  /** Waits until the window is closed. Not on the event thread. */
  public void awaitClosed() throws InterruptedException {
    Edt.forbid();
    closed.await();
  }

  private final class Closing extends WindowAdapter {
    @Override
    public void windowClosing(WindowEvent event) {
      if (system.staysInTray()) {
        frame.setVisible(false);
        return;
      }
      layout.remember(frame, parts);
      parts.refresh.stop();
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
      parts.refresh.soon();
    }
  }
}
