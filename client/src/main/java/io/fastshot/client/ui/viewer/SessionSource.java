package io.fastshot.client.ui.viewer;

import io.fastshot.client.data.transfer.DownloadOutcome;
import io.fastshot.client.ui.actions.DownloadAction;
import io.fastshot.client.ui.catalog.RowTexts;
import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionId;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The session that a viewer shows: one of the library, or a file that the person opened. */
interface SessionSource {
  /** What it is called. */
  String title();

  /** Whether a download of that session is the viewer's. */
  boolean is(SessionId id);

  /**
   * Brings its file to this machine if need be. On the event thread, and so are the answers.
   *
   * @param then given the file
   * @param problem given what is wrong, in words
   */
  void fetch(Consumer<Path> then, Consumer<String> problem);

  /** A session of the library. */
  static SessionSource of(IndexRow row, ViewerWindow.Fetch files) {
    return new SessionSource() {
      @Override
      public String title() {
        return RowTexts.title(row);
      }

      @Override
      public boolean is(SessionId id) {
        return id.equals(row.id());
      }

      @Override
      public void fetch(Consumer<Path> then, Consumer<String> problem) {
        files.fetch(
            row,
            outcome -> {
              if (outcome instanceof DownloadOutcome.Saved(Path file, var _, var _)) {
                then.accept(file);
              } else {
                problem.accept(DownloadAction.problem(row, outcome));
              }
            });
      }
    };
  }

  /** A session file of this machine, whatever its name. */
  static SessionSource of(Path file) {
    String name = String.valueOf(file.getFileName());
    return new SessionSource() {
      @Override
      public String title() {
        return name.endsWith(SessionId.SUFFIX)
            ? name.substring(0, name.length() - SessionId.SUFFIX.length())
            : name;
      }

      @Override
      public boolean is(SessionId id) {
        return false;
      }

      @Override
      public void fetch(Consumer<Path> then, Consumer<String> problem) {
        then.accept(file);
      }
    };
  }
}
