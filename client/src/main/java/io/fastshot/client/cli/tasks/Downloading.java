package io.fastshot.client.cli.tasks;

import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.cli.context.CommandException;
import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.client.cli.output.ProgressLine;
import io.fastshot.client.data.Library;
import io.fastshot.client.data.transfer.DownloadOutcome;
import io.fastshot.model.IndexRow;

/** Downloads one session, or ends the command in words. */
public final class Downloading {
  private Downloading() {}

  public static DownloadOutcome.Saved download(
      CommandContext context, Library library, IndexRow row) {
    ProgressLine progress = new ProgressLine(context, row.id().filename());
    return switch (library.download(row, progress)) {
      case DownloadOutcome.Saved saved -> saved;
      case DownloadOutcome.Gone(String reason) ->
          throw new CommandException(ExitCode.NOTHING_MATCHED, reason);
      case DownloadOutcome.Damaged(String reason) ->
          throw new CommandException(ExitCode.FAILED, reason);
      case DownloadOutcome.Failed(var failure) -> throw CommandException.of(failure);
    };
  }
}
