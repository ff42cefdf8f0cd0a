package io.fastshot.client.cli.sessions;

import io.fastshot.client.cli.context.BaseCommand;
import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.cli.context.CommandException;
import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.client.cli.context.Names;
import io.fastshot.client.cli.context.Uses;
import io.fastshot.client.cli.context.Uses.Part;
import io.fastshot.client.cli.output.Outcomes;
import io.fastshot.client.cli.text.Console;
import io.fastshot.client.cli.text.Sizes;
import io.fastshot.client.data.Library;
import io.fastshot.client.data.connection.Failure;
import io.fastshot.client.data.trash.PurgeOutcome;
import io.fastshot.client.data.trash.TrashEntry;
import io.fastshot.model.SessionId;
import io.fastshot.store.StoreException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code fastshot purge}. */
@Command(
    name = "purge",
    description = {
      "Delete sessions for good that are in Recently deleted. Fastshot cannot take them back.",
      "Only a bucket that keeps versions, as those of fastshot deploy do, has them for a while yet."
    })
@Uses({Part.LIBRARY, Part.JSON, Part.YES})
public final class PurgeCommand extends BaseCommand {
  @Parameters(
      paramLabel = "NAME",
      arity = "1..*",
      description = {
        "As for restore: file names, as fastshot trash lists them, or names.",
        "Of several of one file name, the last deleted."
      })
  private List<String> names = List.of();

  PurgeCommand(Console console) {
    super(console);
  }

  @Override
  protected int run(CommandContext context) {
    try (Library library = context.open()) {
      List<TrashEntry> entries =
          Names.findDeleted(context, TrashCommand.entries(library), names, library::trashNames);
      entries.forEach(entry ->
          context.announce(
              "to be deleted for good: %s, %s, deleted %s"
                  .formatted(
                      entry.id().filename(), Sizes.of(entry.sizeBytes()), entry.deletedAt())));
      if (!context.confirm(
          "Delete "
              + (entries.size() == 1 ? "it" : entries.size() + " sessions")
              + " for good, for everybody?")) {
        return ExitCode.FAILED;
      }
      int code = ExitCode.DONE;
      for (TrashEntry entry : entries) {
        code = Math.max(code, purge(context, library, entry));
      }
      return code;
    } catch (StoreException e) {
      throw CommandException.of(Failure.of(e));
    }
  }

  private static int purge(CommandContext context, Library library, TrashEntry entry) {
    return switch (library.purge(entry)) {
      case PurgeOutcome.Purged(SessionId id) -> done(context, id, "purged");
      case PurgeOutcome.AlreadyGone(SessionId id) -> done(context, id, "already_gone");
      case PurgeOutcome.Changed(var _, String reason) -> {
        context.error(reason);
        yield ExitCode.FAILED;
      }
      case PurgeOutcome.Failed(var failure) -> {
        context.error(entry.id() + ": " + failure.reason());
        yield ExitCode.of(failure);
      }
    };
  }

  private static int done(CommandContext context, SessionId id, String outcome) {
    Outcomes.print(context, id, outcome);
    return ExitCode.DONE;
  }
}
