package io.fastshot.client.cli.output;

import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.cli.text.Sizes;
import io.fastshot.client.data.bytes.Progress;

/** The progress of one transfer: a line on the terminal that is written over; nothing elsewhere. */
public final class ProgressLine implements Progress {
  private static final int PERCENT = 100;

  private final CommandContext context;
  private final String what;
  private int shown = -1;

  public ProgressLine(CommandContext context, String what) {
    this.context = context;
    this.what = what;
  }

  @Override
  public void transferred(long doneBytes, long totalBytes) {
    if (!context.console().interactive() || context.options().quiet) {
      return;
    }
    int percent = totalBytes == 0 ? PERCENT : (int) (doneBytes * PERCENT / totalBytes);
    if (percent != shown) {
      shown = percent;
      context.console().progress("%s %d %% of %s".formatted(what, percent, Sizes.of(totalBytes)));
      if (percent == PERCENT) {
        context.console().err().println();
      }
    }
  }
}
