package io.fastshot.client.ui.kit;

import java.awt.Desktop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Shows files in the desktop's file manager. */
public final class FileManager {
  private FileManager() {}

  /**
   * Opens the folder of a file; returns at once.
   *
   * @param problem called on the event thread where the desktop cannot, with a sentence that says
   *     where the file is
   */
  public static void show(Path file, Tasks tasks, Consumer<String> problem) {
    tasks.run(
        () -> open(file),
        _ -> {},
        failure ->
            problem.accept(
                "The file manager did not open ("
                    + Texts.reason(failure)
                    + "). The file is "
                    + file));
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
