package io.fastshot.client.cli.sessions;

import io.fastshot.client.cli.context.BaseCommand;
import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.client.cli.context.Names;
import io.fastshot.client.cli.context.Uses;
import io.fastshot.client.cli.context.Uses.Part;
import io.fastshot.client.cli.tasks.Delivery;
import io.fastshot.client.cli.tasks.Downloading;
import io.fastshot.client.cli.text.Console;
import io.fastshot.client.cli.text.Json;
import io.fastshot.client.data.Library;
import io.fastshot.client.data.bytes.SafeFileName;
import io.fastshot.model.IndexRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code fastshot get}. */
@Command(
    name = "get",
    description = {"Download sessions and verify them.", "With --json one object per session."})
@Uses({Part.LIBRARY, Part.FUNCTION, Part.JSON})
public final class GetCommand extends BaseCommand {
  @Parameters(
      paramLabel = "NAME",
      arity = "1..*",
      description = "File names, names, or parts that only one session has.")
  private List<String> names = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Where to; default: here.")
  private Path folder = Path.of("");

  GetCommand(Console console) {
    super(console);
  }

  @Override
  protected int run(CommandContext context) throws IOException {
    try (Library library = context.open()) {
      for (IndexRow row : Names.findAll(context.list(library, false), names)) {
        var saved = Downloading.download(context, library, row);
        Path file = folder.resolve(SafeFileName.forPerson(row.id().filename()));
        Delivery.write(file, out -> Files.copy(saved.file(), out));
        if (context.json()) {
          ObjectNode json = Json.object();
          json.put("filename", row.id().filename());
          json.put("file", file.toString());
          json.put("size", row.meta().fileSizeBytes());
          json.put("verified_by", saved.verifiedBy());
          Json.print(context.console(), json);
        } else {
          context.console().out().println(file);
        }
      }
      return ExitCode.DONE;
    }
  }
}
