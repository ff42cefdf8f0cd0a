package io.fastshot.client.cli.tasks;

import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.cli.context.CommandException;
import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.client.data.connection.Failure;
import io.fastshot.client.ui.FastshotWindow;
import io.fastshot.client.ui.kit.UiSettings;
import io.fastshot.client.ui.look.Screens;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Opens the window, one for each home folder. */
public final class Windows {
  private Windows() {}

  /** Raises the window once there is one. */
  private static final class Raise implements Runnable {
    private volatile @Nullable FastshotWindow window;

    @Override
    public void run() {
      FastshotWindow opened = window;
      if (opened != null) {
        opened.raise();
      }
    }
  }

  /** Raises the window that is open, else opens one and returns when it is closed. */
  public static int show(CommandContext context) throws IOException, InterruptedException {
    if (RunningWindow.raise(context.home())) {
      context.note("the window is open already; it was raised");
      return ExitCode.DONE;
    }
    requireDisplay();
    Raise raise = new Raise();
    try (Closeable _ = reachable(context, raise)) {
      FastshotWindow window =
          FastshotWindow.open(
              context.open(), UiSettings.load(context.home(), context.console().clock()));
      raise.window = window;
      window.awaitClosed();
    }
    return ExitCode.DONE;
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
