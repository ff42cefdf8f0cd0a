package io.fastshot.client.cli.tasks;

import io.fastshot.client.cli.context.CommandException;
import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.container.ImageSource;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * A picture that goes into a session: a PNG file as it is, others converted.
 *
 * @param width in pixels
 * @param height in pixels
 * @param source its PNG
 */
public record PngPicture(int width, int height, ImageSource source) {
  private static final long SIGNATURE = 0x89504E470D0A1A0AL;

  /** The chunk's length and type, which precede the width in every PNG. */
  private static final int BEFORE_WIDTH = 8;

  public static PngPicture of(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new java.io.BufferedInputStream(Files.newInputStream(file)))) {
      if (Files.size(file) > 2 * Long.BYTES + BEFORE_WIDTH && in.readLong() == SIGNATURE) {
        in.skipNBytes(BEFORE_WIDTH);
        return new PngPicture(in.readInt(), in.readInt(), () -> Files.readAllBytes(file));
      }
    }
    BufferedImage image = ImageIO.read(file.toFile());
    if (image == null) {
      throw new CommandException(ExitCode.FAILED, file + " is not a picture that Java reads");
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return new PngPicture(image.getWidth(), image.getHeight(), ImageSource.of(png.toByteArray()));
  }
}
