package io.fastshot.client.cli.sessions;

import io.fastshot.client.cli.context.BaseCommand;
import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.cli.context.Uses;
import io.fastshot.client.cli.context.Uses.Part;
import io.fastshot.client.cli.tasks.Uploading;
import io.fastshot.client.cli.text.Console;
import io.fastshot.client.data.Library;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fastshot put}. */
@Command(
    name = "put",
    description = {
      "Upload session files under their own names; nothing in the bucket is ever replaced.",
      "With --json one object per file."
    })
@Uses({Part.LIBRARY, Part.FUNCTION, Part.KEY, Part.JSON})
public final class PutCommand extends BaseCommand {
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Session files.")
  private List<Path> files = List.of();

  @Option(names = "--wait", description = "Until the index shows them.")
  private boolean wait;

  @Option(names = "--force", description = "Also files that are not readable as sessions.")
  private boolean force;

  PutCommand(Console console) {
    super(console);
  }

  @Override
  protected int run(CommandContext context) {
    try (Library library = context.open()) {
      Uploading uploading = new Uploading(context, library, force);
      files.forEach(uploading::upload);
      if (wait) {
        uploading.awaitIndex();
      }
      return uploading.exitCode();
    }
  }
}
