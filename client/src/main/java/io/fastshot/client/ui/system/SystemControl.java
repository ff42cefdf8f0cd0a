package io.fastshot.client.ui.system;

import io.fastshot.client.ProgramVersion;
import io.fastshot.client.ui.kit.Edt;
import io.fastshot.client.ui.kit.Tasks;
import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.kit.Texts;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JFrame;
import org.jspecify.annotations.Nullable;

/**
 * The program's menu and Dock icon on macOS, and the tray: what they wish is done by the window.
 *
 * <p><b>Threads:</b> the event thread only.
 */
public final class SystemControl implements SystemWishes {
  private static final System.Logger LOG = System.getLogger(SystemControl.class.getName());

  private final JFrame frame;
  private final Consumer<List<Path>> view;
  private final TrayChoice choice;
  private final Runnable raise;
  private @Nullable Tray tray;
  private boolean ending;

  /**
   * Does nothing yet.
   *
   * @param view shows sessions in files
   * @param raise brings the window to the front
   */
  public SystemControl(JFrame frame, Consumer<List<Path>> view, TrayChoice choice, Runnable raise) {
    this.frame = frame;
    this.view = view;
    this.choice = choice;
    this.raise = raise;
  }

  /** Follows the desktop from now on; the icon in the tray comes a little later. */
  public void start(Tasks tasks) {
    DesktopHandlers.install(this);
    tasks.run(
        () -> Tray.show(this, choice),
        this::shown,
        failure -> LOG.log(System.Logger.Level.WARNING, "no icon in the tray", failure));
  }

  private void shown(Optional<Tray> icon) {
    if (ending) {
      icon.ifPresent(Tray::close);
    } else {
      tray = icon.orElse(null);
    }
  }

  @Override
  public void show() {
    raise.run();
  }

  @Override
  public void open(List<Path> files) {
    raise.run();
    view.accept(files);
  }

  @Override
  public void about() {
    raise.run();
    try {
      TextGate.show(
          frame,
          TextGate.area(String.join("\n", ProgramVersion.lines()) + "\nLicence: Apache-2.0"),
          "About Fastshot");
    } catch (IOException e) {
      TextGate.show(frame, TextGate.area(Texts.reason(e)), "About Fastshot");
    }
  }

  @Override
  public boolean quit() {
    Edt.require();
    ending = true;
    frame.dispatchEvent(new WindowEvent(frame, WindowEvent.WINDOW_CLOSING));
    ending = !frame.isDisplayable(); // somebody may have thought better of it
    return ending;
  }

  /** Whether closing the window only hides it: the person chose so, and the tray shows it again. */
  public boolean staysInTray() {
    return choice.staysInTray() && tray != null && !ending;
  }

  /** Brings the program before others, where a window alone cannot do that. */
  public static void toFront() {
    DesktopHandlers.toFront();
  }

  /** The window is closed. */
  public void stop() {
    ending = true;
    if (tray != null) {
      tray.close();
      tray = null;
    }
  }
}
