package io.fastshot.client.cli.sessions;

import io.fastshot.client.cli.context.BaseCommand;
import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.cli.context.CommandException;
import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.client.cli.context.Names;
import io.fastshot.client.cli.context.Uses;
import io.fastshot.client.cli.context.Uses.Part;
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
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fastshot images}. */
@Command(
    name = "images",
    description = {
      "Write a session's images as PNG files, one for each window.",
      "In full size, with annotations where there are any. No file is replaced."
    })
@Uses({Part.LIBRARY, Part.FUNCTION, Part.KEY})
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
    Path local = localFile();
    if (local != null) {
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

  /** Null if the name is not that of a file here; some names cannot be one on this system. */
  private @Nullable Path localFile() {
    try {
      Path local = Path.of(name);
      return Files.isRegularFile(local) ? local : null;
    } catch (InvalidPathException _) {
      return null;
    }
  }

  private int write(CommandContext context, Path file, String base, @Nullable String key)
      throws IOException {
    FastshotCodec codec = new FastshotCodec(XorMask.ofOptional(key));
    try (ImageFiles images = new ImageFiles(folder, SafeFileName.forPerson(base))) {
      codec.readImages(ByteSource.of(file), images);
      images.deliver().forEach(context.console().out()::println);
      images.problems().forEach(problem -> context.error(base + ": " + problem));
      return images.problems().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    } catch (FormatException e) {
      throw new CommandException(ExitCode.FAILED, base + " is not readable: " + e.getMessage());
    }
  }
}
