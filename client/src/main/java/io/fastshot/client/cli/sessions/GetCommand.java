package io.fastshot.client.cli.sessions;

import io.fastshot.client.cli.context.BaseCommand;
import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.cli.context.CommandException;
import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.client.cli.context.Names;
import io.fastshot.client.cli.tasks.Downloading;
import io.fastshot.client.cli.tasks.Drafts;
import io.fastshot.client.cli.text.Console;
import io.fastshot.client.cli.text.Json;
import io.fastshot.client.data.Library;
import io.fastshot.client.data.bytes.SafeFileName;
import io.fastshot.client.data.connection.Failure;
import io.fastshot.model.IndexRow;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code fastshot get}. */
@Command(
    name = "get",
    description = {"Download sessions and verify them.", "With --json one object per session."})
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
        deliver(saved.file(), file);
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

  private static void deliver(Path cached, Path file) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw new CommandException(ExitCode.USAGE, "not a file: " + file);
    }
    Files.createDirectories(parent);
    if (Files.exists(file)) {
      if (Files.mismatch(cached, file) < 0) {
        return;
      }
      throw new CommandException(
          ExitCode.FAILED, file + " is there already and is another file; nothing was replaced");
    }
    Path temp = Drafts.create(parent);
    try {
      try (OutputStream out = Files.newOutputStream(temp)) {
        Files.copy(cached, out);
      } catch (IOException e) {
        throw new CommandException(
            ExitCode.FAILED, file + " could not be written: " + Failure.describe(e));
      }
      Files.move(temp, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temp);
    }
  }
}
