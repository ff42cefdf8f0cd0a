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
import io.fastshot.client.data.Library;
import io.fastshot.client.data.connection.Failure;
import io.fastshot.client.data.trash.TrashEntry;
import io.fastshot.client.data.trash.UndoOutcome;
import io.fastshot.model.SessionId;
import io.fastshot.store.StoreException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code fastshot restore}. */
@Command(name = "restore", description = "Take sessions back from Recently deleted.")
@Uses({Part.LIBRARY, Part.KEY, Part.JSON, Part.YES})
public final class RestoreCommand extends BaseCommand {
  @Parameters(
      paramLabel = "NAME",
      arity = "1..*",
      description = {
        "As for rm: file names, as fastshot trash lists them, names, or parts that only one has.",
        "Of several of one file name, the last deleted."
      })
  private List<String> names = List.of();

  RestoreCommand(Console console) {
    super(console);
  }

  @Override
  protected int run(CommandContext context) {
    try (Library library = context.open()) {
      int code = ExitCode.DONE;
      for (TrashEntry entry :
          Names.findDeleted(context, TrashCommand.entries(library), names, library::trashNames)) {
        code = Math.max(code, restore(context, library, entry));
      }
      return code;
    } catch (StoreException e) {
      throw CommandException.of(Failure.of(e));
    }
  }

  private static int restore(CommandContext context, Library library, TrashEntry entry) {
    return switch (library.undoDelete(entry)) {
      case UndoOutcome.Restored(SessionId id) -> {
        Outcomes.print(context, id, "restored");
        yield ExitCode.DONE;
      }
      case UndoOutcome.NameTaken(var _, String reason) -> failed(context, reason);
      case UndoOutcome.Expired(var _, String reason) -> failed(context, reason);
      case UndoOutcome.Failed(var failure) -> {
        context.error(entry.id() + ": " + failure.reason());
        yield ExitCode.of(failure);
      }
    };
  }

  private static int failed(CommandContext context, String reason) {
    context.error(reason);
    return ExitCode.FAILED;
  }
}
