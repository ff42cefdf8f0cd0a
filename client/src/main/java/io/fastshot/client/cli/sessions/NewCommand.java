package io.fastshot.client.cli.sessions;

import io.fastshot.client.cli.context.BaseCommand;
import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.cli.context.ErrorReport;
import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.client.cli.context.Uses;
import io.fastshot.client.cli.context.Uses.Part;
import io.fastshot.client.cli.tasks.Delivery;
import io.fastshot.client.cli.tasks.PictureFiles;
import io.fastshot.client.cli.tasks.PngPicture;
import io.fastshot.client.cli.tasks.Uploading;
import io.fastshot.client.cli.tasks.WrittenImages;
import io.fastshot.client.cli.text.Console;
import io.fastshot.client.data.Library;
import io.fastshot.container.FastshotCodec;
import io.fastshot.container.Format;
import io.fastshot.container.SessionFile;
import io.fastshot.container.SessionNames;
import io.fastshot.container.SessionWindow;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.model.SessionFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fastshot new}. */
@Command(
    name = "new",
    description = {
      "Make a session file from pictures: PNG, JPEG, GIF, BMP, TIFF, WebP.",
      "A PNG is kept as it is, others become PNG in the colors of the screen."
    })
@Uses({Part.LIBRARY, Part.KEY, Part.JSON})
public final class NewCommand extends BaseCommand {
  /** Which program is to open it. */
  enum Kind {
    CURRENT,
    ORIGINAL
  }

  @Parameters(
      paramLabel = "PICTURE",
      arity = "1..*",
      description = "Pictures, one per window; - is standard input.")
  private List<Path> pictures = List.of();

  @Option(names = "--name", required = true, paramLabel = "N", description = "Name.")
  private String name = "";

  @Option(names = "--desc", paramLabel = "D", description = "Description, Markdown.")
  private String desc = "";

  @Option(names = "--tag", paramLabel = "T", description = "Tag; any number of times.")
  private List<String> tags = List.of();

  @Option(names = "--color", paramLabel = "C", description = "Color; default blue.")
  private String color = SessionFields.DEFAULT_COLOR;

  @Option(names = "--class", paramLabel = "K", description = "Class.")
  private String sessionClass = "";

  @Option(
      names = "--format",
      paramLabel = "current|original",
      description = "original: with --legacy-key XORed, else in clear. Default: current.")
  private Kind format = Kind.CURRENT;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to; default: its own name, here.")
  private @Nullable Path output;

  @Option(names = "--upload", description = "Into the library; without -o no local file is left.")
  private boolean upload;

  NewCommand(Console console) {
    super(console);
  }

  @Override
  protected int run(CommandContext context) throws IOException {
    ErrorReport.requireWhole("--name", name);
    ErrorReport.requireWhole("--desc", desc);
    ErrorReport.requireWhole("--class", sessionClass);
    ErrorReport.requireWhole("--color", color);
    tags.forEach(tag -> ErrorReport.requireWhole("--tag", tag));
    LocalDateTime now =
        LocalDateTime.ofInstant(context.console().clock().instant(), ZoneId.systemDefault());
    String filename = SessionNames.filename(name, desc, now);
    Path asked = output;
    Path file =
        asked != null
            ? asked
            : upload ? context.home().resolve("outgoing").resolve(filename) : Path.of(filename);
    try (PictureFiles files = new PictureFiles(context)) {
      List<PngPicture> taken = new ArrayList<>();
      for (Path picture : pictures) {
        taken.add(files.take(picture));
      }
      write(context, session(taken, filename, now), taken, file);
    }
    if (!upload) {
      context.console().out().println(file);
      return ExitCode.DONE;
    }
    try (Library library = context.open()) {
      Uploading uploading = new Uploading(context, library, false);
      if (!uploading.upload(file)) {
        context.note("the session is kept in " + file + "; again with: fastshot put");
      } else if (asked == null) {
        Files.delete(file);
      }
      return uploading.exitCode();
    }
  }

  private SessionFile session(List<PngPicture> taken, String filename, LocalDateTime now) {
    List<SessionWindow> windows = new ArrayList<>();
    for (PngPicture png : taken) {
      windows.add(SessionWindow.plain(windows.size(), png.width(), png.height(), png.source()));
    }
    String createdAt = now.truncatedTo(ChronoUnit.MICROS).toString();
    SessionFields fields =
        new SessionFields(
            name,
            desc,
            tags,
            color,
            sessionClass,
            windows.size(),
            now.getSecond() == 0 && now.getNano() == 0 ? createdAt + ":00" : createdAt);
    return new SessionFile(fields, filename, windows);
  }

  private void write(CommandContext context, SessionFile session, List<PngPicture> taken, Path file)
      throws IOException {
    String key = context.legacyKey();
    XorMask mask = XorMask.ofOptional(key);
    Format layout =
        format == Kind.CURRENT
            ? Format.CURRENT
            : key.isEmpty() ? Format.CLOUD_PLAIN : Format.CLOUD_XOR;
    FastshotCodec codec = new FastshotCodec(mask);
    Delivery.write(
        file,
        out -> codec.write(session, layout, out),
        written -> WrittenImages.check(codec, written, taken));
  }
}
