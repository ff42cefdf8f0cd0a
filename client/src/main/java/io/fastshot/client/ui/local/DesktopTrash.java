package io.fastshot.client.ui.local;

import java.awt.Desktop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The desktop's trash. Blocks. */
final class DesktopTrash {
  private static final int SECONDS = 10;

  private DesktopTrash() {}

  /**
   * Moves files to the desktop's trash, from which the person can take them back.
   *
   * @return those that stayed, because there is no trash or it refused them
   */
  static List<Path> move(List<Path> files) throws IOException, InterruptedException {
    List<Path> left = new ArrayList<>();
    for (Path file : files) {
      boolean known =
          Desktop.isDesktopSupported()
              && Desktop.getDesktop().isSupported(Desktop.Action.MOVE_TO_TRASH);
      boolean moved = known ? Desktop.getDesktop().moveToTrash(file.toFile()) : moveByGio(file);
      if (!moved) {
        left.add(file);
      }
    }
    return left;
  }

  /** Java knows no trash on Linux; the desktops' own command does. */
  private static boolean moveByGio(Path file) throws InterruptedException {
    try {
      Process gio =
          new ProcessBuilder("gio", "trash", "--", file.toAbsolutePath().toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!gio.waitFor(SECONDS, TimeUnit.SECONDS)) {
        gio.destroyForcibly();
        return false;
      }
      return gio.exitValue() == 0;
    } catch (IOException _) {
      return false; // there is no such command: the caller says that the file stayed
    }
  }
}
