package io.fastshot.client.ui.system;

import io.fastshot.client.ui.kit.Edt;
import io.fastshot.client.ui.look.AppIcon;
import io.fastshot.client.ui.look.Keys;
import java.awt.Desktop;
import java.awt.Desktop.Action;
import java.awt.Taskbar;
import java.io.File;

/**
 * The menu and the Dock of macOS. Other desktops have none of it and are not asked: on Linux that
 * would load all of GTK, and Wine's answer is an error.
 *
 * <p><b>Threads:</b> the event thread only.
 */
final class DesktopHandlers {
  private DesktopHandlers() {}

  /** Follows the desktop's wishes from now on. */
  static void install(SystemWishes wishes) {
    Edt.require();
    if (!Keys.isMac()) {
      return;
    }
    if (Taskbar.isTaskbarSupported()
        && Taskbar.getTaskbar().isSupported(Taskbar.Feature.ICON_IMAGE)) {
      Taskbar.getTaskbar().setIconImage(AppIcon.images().getLast());
    }
    if (!Desktop.isDesktopSupported()) {
      return;
    }
    Desktop desktop = Desktop.getDesktop();
    if (desktop.isSupported(Action.APP_ABOUT)) {
      desktop.setAboutHandler(_ -> Edt.later(wishes::about));
    }
    if (desktop.isSupported(Action.APP_OPEN_FILE)) {
      desktop.setOpenFileHandler(event ->
          Edt.later(() -> wishes.open(event.getFiles().stream().map(File::toPath).toList())));
    }
    if (desktop.isSupported(Action.APP_QUIT_HANDLER)) {
      // No answer is the answer "later": the process ends when window and cloud are closed.
      desktop.setQuitHandler((_, response) ->
          Edt.later(() -> {
            if (!wishes.quit()) {
              response.cancelQuit();
            }
          }));
    }
    if (desktop.isSupported(Action.APP_EVENT_REOPENED)) {
      desktop.addAppEventListener(
          (java.awt.desktop.AppReopenedListener) _ -> Edt.later(wishes::show));
    }
  }

  /** Brings the program before others, where windows alone cannot do that. */
  static void toFront() {
    if (Keys.isMac()
        && Desktop.isDesktopSupported()
        && Desktop.getDesktop().isSupported(Action.APP_REQUEST_FOREGROUND)) {
      Desktop.getDesktop().requestForeground(true);
    }
  }
}
