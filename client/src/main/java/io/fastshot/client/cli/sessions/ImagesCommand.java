package io.fastshot.client.cli.sessions;

import io.fastshot.client.cli.context.BaseCommand;
import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.cli.context.CommandException;
import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.client.cli.context.Names;
import io.fastshot.client.cli.tasks.Downloading;
import io.fastshot.client.cli.tasks.ImageFiles;
import io.fastshot.client.cli.text.Console;
import io.fastshot.client.data.Library;
import io.fastshot.client.data.bytes.SafeFileName;
import io.fastshot.container.FastshotCodec;
import io.fastshot.container.FormatException;
import io.fastshot.container.bytes.ByteSource;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fastshot images}. */
@Command(
    name = "images",
    description = {
      "Write a session's images as PNG files, one for each window:",
      "in full size, with annotations where there are any."
    })
public final class ImagesCommand extends BaseCommand {
  @Parameters(paramLabel = "NAME|FILE", description = "A session of the library, or a local file.")
  private String name = "";

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "DIR",
      description = "Where to.")
  private Path folder = Path.of("");

  ImagesCommand(Console console) {
    super(console);
  }

  @Override
  protected int run(CommandContext context) throws IOException {
    Path local = Path.of(name);
    if (Files.isRegularFile(local)) {
      String file = String.valueOf(local.getFileName());
      String base = SessionId.isSessionFilename(file) ? SessionId.ofFilename(file).base() : file;
      return write(context, local, base, context.legacyKey());
    }
    try (Library library = context.open()) {
      IndexRow row = Names.find(context.list(library, false), name);
      Path file = Downloading.download(context, library, row).file();
      return write(context, file, row.id().base(), library.settings().legacyKey());
    }
  }

  private int write(CommandContext context, Path file, String base, @Nullable String key)
      throws IOException {
    FastshotCodec codec =
        new FastshotCodec(key == null || key.isEmpty() ? XorMask.none() : XorMask.of(key));
    Files.createDirectories(folder);
    ImageFiles images = new ImageFiles(folder, SafeFileName.forPerson(base));
    try {
      codec.readImages(ByteSource.of(file), images);
    } catch (FormatException e) {
      throw new CommandException(ExitCode.FAILED, file + " is not readable: " + e.getMessage());
    }
    images.written().forEach(context.console().out()::println);
    return ExitCode.DONE;
  }
}
