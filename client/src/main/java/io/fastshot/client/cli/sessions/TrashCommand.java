package io.fastshot.client.cli.sessions;

import io.fastshot.client.cli.context.BaseCommand;
import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.cli.context.CommandException;
import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.client.cli.context.Uses;
import io.fastshot.client.cli.context.Uses.Part;
import io.fastshot.client.cli.text.Console;
import io.fastshot.client.cli.text.Json;
import io.fastshot.client.cli.text.Sizes;
import io.fastshot.client.cli.text.Table;
import io.fastshot.client.data.Library;
import io.fastshot.client.data.trash.TrashEntry;
import io.fastshot.client.data.trash.TrashListing;
import java.util.List;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** {@code fastshot trash}. */
@Command(name = "trash", description = "List Recently deleted, last deleted first.")
@Uses({Part.LIBRARY, Part.JSON})
public final class TrashCommand extends BaseCommand {
  TrashCommand(Console console) {
    super(console);
  }

  @Override
  protected int run(CommandContext context) {
    try (Library library = context.open()) {
      List<TrashEntry> entries = entries(library);
      if (context.json()) {
        Json.printArray(context.console(), entries, TrashCommand::json);
      } else if (entries.isEmpty()) {
        context.note("nothing in Recently deleted");
      } else {
        Table table = new Table("DELETED", "SIZE", "FILE");
        for (TrashEntry entry : entries) {
          table.add(
              entry.deletedAt().toString(), Sizes.of(entry.sizeBytes()), entry.id().filename());
        }
        table.print(context.console());
      }
      return ExitCode.DONE;
    }
  }

  private static JsonNode json(TrashEntry entry) {
    return Json.object()
        .put("filename", entry.id().filename())
        .put("key", entry.trashKey())
        .put("file_size", entry.sizeBytes())
        .put("deleted_at", entry.deletedAt().toString());
  }

  static List<TrashEntry> entries(Library library) {
    return switch (library.trash()) {
      case TrashListing.Listed(List<TrashEntry> entries) -> entries;
      case TrashListing.Failed(var failure) -> throw CommandException.of(failure);
    };
  }
}
