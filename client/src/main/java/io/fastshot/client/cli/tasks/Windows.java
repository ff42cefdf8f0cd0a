package io.fastshot.client.cli.tasks;

import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.client.ui.FastshotWindow;
import io.fastshot.client.ui.UiSettings;
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
    Raise raise = new Raise();
    try (RunningWindow _ = RunningWindow.listen(context.home(), raise)) {
      FastshotWindow window =
          FastshotWindow.open(
              context.open(), UiSettings.load(context.home(), context.console().clock()));
      raise.window = window;
      window.awaitClosed();
    }
    return ExitCode.DONE;
  }
}
