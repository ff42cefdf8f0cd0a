package io.fastshot.client.ui.thumbs;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Decodes pictures that anybody may have uploaded: within limits of size and memory. */
public final class PngDecoder {

  /** More than any screenshot of several 8K screens; a bomb has more. */
  public static final long MAX_PIXELS = 200_000_000L;

  private PngDecoder() {}

  /**
   * Decodes a picture in full. Blocks.
   *
   * @throws IOException if it is no picture, is broken, or has over {@link #MAX_PIXELS}
   */
  public static BufferedImage decode(byte[] picture) throws IOException {
    return decode(picture, Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  /**
   * Decodes a picture and makes it as small as fits; never larger than it is. Blocks.
   *
   * @param maxWidth in pixels
   * @param maxHeight in pixels
   * @throws IOException if it is no picture, is broken, or has over {@link #MAX_PIXELS}
   */
  public static BufferedImage decode(byte[] picture, int maxWidth, int maxHeight)
      throws IOException {
    try (ImageInputStream input =
        ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
      if (!readers.hasNext()) {
        throw new IOException("this is not a picture");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(input, true, true);
        return scaled(read(reader, maxWidth, maxHeight), maxWidth, maxHeight);
      } catch (RuntimeException e) {
        throw new IOException("this picture is broken", e);
      } finally {
        reader.dispose();
      }
    }
  }

  private static BufferedImage read(ImageReader reader, int maxWidth, int maxHeight)
      throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if ((long) width * height > MAX_PIXELS) {
      throw new IOException("this picture is too large: " + width + " x " + height + " pixels");
    }
    ImageReadParam param = reader.getDefaultReadParam();
    // Every n-th pixel, as long as twice the wanted size remains to be averaged.
    int step =
        Math.max(
            1,
            Math.min(width / (2L * maxWidth), height / (2L * maxHeight)) > 1
                ? (int) Math.min(width / (2L * maxWidth), height / (2L * maxHeight))
                : 1);
    param.setSourceSubsampling(step, step, 0, 0);
    return reader.read(0, param);
  }

  private static BufferedImage scaled(BufferedImage image, int maxWidth, int maxHeight) {
    double ratio =
        Math.min(
            1,
            Math.min((double) maxWidth / image.getWidth(), (double) maxHeight / image.getHeight()));
    if (ratio == 1) {
      return image;
    }
    BufferedImage half = image;
    // Halving first averages all pixels; one big step of bilinear scaling would skip most.
    while (half.getWidth() * 0.5 >= image.getWidth() * ratio
        && half.getWidth() > 1
        && half.getHeight() > 1) {
      half = resized(half, half.getWidth() / 2, half.getHeight() / 2);
    }
    return resized(
        half,
        Math.max(1, (int) Math.round(image.getWidth() * ratio)),
        Math.max(1, (int) Math.round(image.getHeight() * ratio)));
  }

  private static BufferedImage resized(BufferedImage image, int width, int height) {
    BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = target.createGraphics();
    try {
      g.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      g.drawImage(image, 0, 0, width, height, null);
    } finally {
      g.dispose();
    }
    return target;
  }
}
