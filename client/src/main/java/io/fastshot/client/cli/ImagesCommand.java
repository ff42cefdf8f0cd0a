package io.fastshot.client.cli;

import io.fastshot.client.data.Library;
import io.fastshot.client.data.SafeFileName;
import io.fastshot.container.ByteSource;
import io.fastshot.container.FastshotCodec;
import io.fastshot.container.FormatException;
import io.fastshot.container.XorMask;
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
final class ImagesCommand extends BaseCommand {
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
  int run(CommandContext context) throws IOException {
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
