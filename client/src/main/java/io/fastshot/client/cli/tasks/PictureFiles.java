package io.fastshot.client.cli.tasks;

import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.cli.context.CommandException;
import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.client.data.connection.Failure;
import io.fastshot.container.png.Png;
import io.fastshot.pictures.PictureDecoder;
import io.fastshot.pictures.PictureException;
import io.fastshot.pictures.Pngs;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Pictures of any format that go into a session: a PNG file as it is, others converted.
 *
 * <p>What had to be converted, and what came through a pipe, lies in temporary files until {@link
 * #close}, as all of them together may be larger than the memory.
 */
public final class PictureFiles implements AutoCloseable {
  /** A session file holds no larger image. */
  private static final int MAX_BYTES = 256 << 20;

  private static final Path STANDARD_INPUT = Path.of("-");

  private final CommandContext context;
  private final List<Path> temporary = new ArrayList<>();

  public PictureFiles(CommandContext context) {
    this.context = context;
  }

  /**
   * Takes a picture.
   *
   * @param file {@code -} for standard input; also a pipe
   * @throws CommandException if it is no whole picture that can be converted; it names the file
   */
  public PngPicture take(Path file) {
    String name = file.equals(STANDARD_INPUT) ? "standard input" : file.toString();
    try {
      return read(name, file);
    } catch (PictureException e) {
      throw new CommandException(ExitCode.FAILED, name + " " + e.getMessage());
    } catch (IOException e) {
      throw new CommandException(ExitCode.FAILED, name + " cannot be read: " + Failure.describe(e));
    }
  }

  private PngPicture read(String name, Path file) throws IOException {
    if (file.equals(STANDARD_INPUT)) {
      return regular(name, spool(context.console().in()));
    }
    if (!Files.exists(file)) {
      throw new PictureException("is not there");
    }
    if (Files.isDirectory(file)) {
      throw new PictureException("is a folder");
    }
    if (Files.isRegularFile(file)) {
      return regular(name, file);
    }
    try (InputStream pipe = Files.newInputStream(file)) {
      return regular(name, spool(pipe));
    }
  }

  /** A pipe can be read once only. */
  private Path spool(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MAX_BYTES + 1);
    requireSize(bytes.length);
    return Files.write(temporary(), bytes);
  }

  private Path temporary() throws IOException {
    Path file = Files.createTempFile("fastshot-", ".png");
    temporary.add(file);
    return file;
  }

  private static void requireSize(long bytes) throws PictureException {
    if (bytes == 0) {
      throw new PictureException("is empty");
    }
    if (bytes > MAX_BYTES) {
      throw new PictureException(
          String.format(Locale.ROOT, "is too large: over %d MB", MAX_BYTES >> 20));
    }
  }

  private PngPicture regular(String name, Path file) throws IOException {
    requireSize(Files.size(file));
    if (isPng(file)) {
      return png(name, file);
    }
    PictureDecoder.Decoded decoded = new PictureDecoder().any(file);
    if (decoded.pictures() > 1) {
      context.note(
          name + " holds " + decoded.pictures() + " pictures; only the first one is taken");
    }
    BufferedImage image = decoded.image();
    Path converted = temporary();
    Pngs.write(image, converted);
    requireSize(Files.size(converted));
    return new PngPicture(
        name, image.getWidth(), image.getHeight(), () -> Files.readAllBytes(converted));
  }

  private static boolean isPng(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Png.hasSignature(in.readNBytes(Png.SIGNATURE_BYTES));
    }
  }

  private static PngPicture png(String name, Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String problem = Png.problem(bytes);
    if (problem != null) {
      throw new PictureException(problem);
    }
    Png.Size size = Png.size(bytes);
    if (size.width() < 1 || size.height() < 1) {
      throw new PictureException("has no pixels: it is " + size.width() + " x " + size.height());
    }
    return new PngPicture(name, size.width(), size.height(), () -> Files.readAllBytes(file));
  }

  @Override
  public void close() throws IOException {
    for (Path file : temporary) {
      Files.deleteIfExists(file);
    }
  }
}
