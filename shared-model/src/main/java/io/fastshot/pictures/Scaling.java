package io.fastshot.pictures;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Makes pictures smaller or larger, every pixel counting. */
public final class Scaling {
  private Scaling() {}

  /** As large as fits into a box, its shape kept; also larger than it was. */
  public static BufferedImage fit(BufferedImage image, int maxWidth, int maxHeight) {
    double ratio =
        Math.min((double) maxWidth / image.getWidth(), (double) maxHeight / image.getHeight());
    return to(
        image,
        Math.max(1, (int) Math.round(image.getWidth() * ratio)),
        Math.max(1, (int) Math.round(image.getHeight() * ratio)));
  }

  /** As {@link #fit}, but what fits already stays as it is. */
  public static BufferedImage shrink(BufferedImage image, int maxWidth, int maxHeight) {
    return image.getWidth() <= maxWidth && image.getHeight() <= maxHeight
        ? image
        : fit(image, maxWidth, maxHeight);
  }

  private static BufferedImage to(BufferedImage image, int width, int height) {
    BufferedImage half = image;
    // Halving first averages all pixels; one big step of bilinear scaling would skip most.
    while (half.getWidth() >= 2 * width && half.getHeight() >= 2 * height) {
      half = resized(half, half.getWidth() / 2, half.getHeight() / 2);
    }
    return resized(half, width, height);
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
