package io.fastshot.client.ui.actions;

import io.fastshot.client.ui.kit.Tasks;
import io.fastshot.client.ui.kit.Texts;
import io.fastshot.client.ui.status.Notice;
import io.fastshot.client.ui.status.Notices;
import java.awt.Desktop;
import java.io.IOException;
import java.nio.file.Path;

/** Shows files in the desktop's file manager. */
public final class Folders {
  private Folders() {}

  /** Opens the folder of a file; where the desktop cannot, says where the file is. */
  public static void show(Path file, Tasks tasks, Notices notices) {
    tasks.run(
        () -> open(file),
        _ -> {},
        failure ->
            notices.show(
                Notice.problem(
                    "folder",
                    "The file manager did not open ("
                        + Texts.reason(failure)
                        + "). The file is "
                        + file)));
  }

  private static Path open(Path file) throws IOException {
    if (!Desktop.isDesktopSupported()) {
      throw new IOException("this desktop has none that Java knows");
    }
    Desktop desktop = Desktop.getDesktop();
    if (desktop.isSupported(Desktop.Action.BROWSE_FILE_DIR)) {
      desktop.browseFileDirectory(file.toFile());
    } else if (desktop.isSupported(Desktop.Action.OPEN)) {
      desktop.open(file.resolveSibling("").toAbsolutePath().toFile());
    } else {
      throw new IOException("this desktop has none that Java knows");
    }
    return file;
  }
}
