package io.fastshot.client.ui.actions;

import io.fastshot.client.ui.kit.Texts;
import io.fastshot.client.ui.status.Notice;
import java.awt.Desktop;
import java.io.IOException;
import java.nio.file.Path;

/** Shows files in the desktop's file manager. */
final class Folders {
  private Folders() {}

  /** Opens the folder of a file; where the desktop cannot, says where the file is. */
  static void show(Path file, ActionContext context) {
    context
        .tasks()
        .run(
            () -> open(file),
            _ -> {},
            failure ->
                context
                    .notices()
                    .show(
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
