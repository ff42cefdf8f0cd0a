package io.fastshot.client.cli.tasks;

import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.cli.context.CommandException;
import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.client.data.Library;
import io.fastshot.client.data.connection.Failure;
import io.fastshot.client.ui.FastshotWindow;
import io.fastshot.client.ui.kit.UiSettings;
import io.fastshot.client.ui.look.Screens;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens the window, one for each home folder. */
public final class Windows {
  private Windows() {}

  /** Raises the window once there is one. */
  private static final class Raise implements RunningWindow.Raise {
    private volatile @Nullable FastshotWindow window;

    @Override
    public void raise(List<Path> files) {
      FastshotWindow opened = window;
      if (opened != null) {
        opened.raise(files);
      }
    }
  }

  /**
   * Raises the window that is open, else opens one and returns when it is closed.
   *
   * @param files sessions to show at once
   * @throws CommandException if one of the files is none
   */
  public static int show(CommandContext context, List<Path> files)
      throws IOException, InterruptedException {
    List<Path> sessions = files.stream().map(Windows::checked).toList();
    if (RunningWindow.raise(context.home(), sessions)) {
      context.note("the window is open already; it was raised");
      return ExitCode.DONE;
    }
    requireDisplay();
    Raise raise = new Raise();
    try (Closeable _ = reachable(context, raise);
        Library library = context.open()) {
      FastshotWindow window =
          FastshotWindow.open(library, UiSettings.load(context.home(), context.console().clock()));
      raise.window = window;
      if (!sessions.isEmpty()) {
        window.raise(sessions);
      }
      window.awaitClosed();
    }
    return ExitCode.DONE;
  }

  private static Path checked(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new CommandException(ExitCode.USAGE, "no such file: " + file);
    }
    return file.toAbsolutePath();
  }

  /** A window that cannot be found by the next start is still a window. */
  private static Closeable reachable(CommandContext context, Raise raise) {
    try {
      return RunningWindow.listen(context.home(), raise);
    } catch (IOException e) {
      context.note("fastshot show will not find this window again: " + Failure.describe(e));
      return () -> {};
    }
  }

  /**
   * Looks before anything is drawn or started.
   *
   * @throws CommandException if no window can be shown here
   */
  public static void requireDisplay() {
    Screens.problem()
        .ifPresent(problem -> {
          throw new CommandException(
              ExitCode.FAILED,
              "no window can be shown here: "
                  + problem
                  + ". In a terminal: fastshot ls, or fastshot demo --headless");
        });
  }
}
