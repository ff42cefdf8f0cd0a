package io.fastshot.client.cli;

import io.fastshot.client.data.DownloadOutcome;
import io.fastshot.client.data.Library;
import io.fastshot.model.IndexRow;

/** Downloads one session, or ends the command in words. */
final class Downloading {
  private Downloading() {}

  static DownloadOutcome.Saved download(CommandContext context, Library library, IndexRow row) {
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
