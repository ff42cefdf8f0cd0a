package io.fastshot.pictures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
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
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(png)) {
      // False, without a word of why and without a byte written, for what no writer takes.
      if (!ImageIO.write(image, "png", out)) {
        throw new PictureException("cannot be written as PNG: " + image.getColorModel());
      }
    }
    return png.toByteArray();
  }
}
