package io.fastshot.pictures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Makes PNG files. */
public final class Pngs {
  private Pngs() {}

  /**
   * The PNG of a picture.
   *
   * @throws PictureException if this form of picture cannot be written; nothing is left out
   *     silently
   */
  public static byte[] encode(BufferedImage image) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(png)) {
      write(image, out);
    }
    return png.toByteArray();
  }

  /**
   * Writes the PNG of a picture over a file.
   *
   * @throws PictureException if this form of picture cannot be written
   */
  public static void write(BufferedImage image, Path file) throws IOException {
    try (ImageOutputStream out = new FileImageOutputStream(file.toFile())) {
      write(image, out);
    }
  }

  private static void write(BufferedImage image, ImageOutputStream out) throws IOException {
    // False, without a word of why and without a byte written, for what no writer takes.
    if (!ImageIO.write(image, "png", out)) {
      throw new PictureException("cannot be written as PNG: " + image.getColorModel());
    }
  }
}
