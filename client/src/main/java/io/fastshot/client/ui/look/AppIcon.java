package io.fastshot.client.ui.look;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;

/** The icon of all windows in the sizes that desktops ask for: two pictures over each other. */
public final class AppIcon {
  private static final int[] SIZES = {16, 24, 32, 48, 64, 128};
  private static final Color BACK = new Color(0x2675BF);
  private static final Color MIDDLE = new Color(0x9CCBF5);

  private AppIcon() {}

  /** Smallest first. */
  public static List<Image> images() {
    return IntStream.of(SIZES).<Image>mapToObj(AppIcon::image).toList();
  }

  /** In any size, in pixels. */
  public static BufferedImage image(int size) {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = image.createGraphics();
    try {
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.scale(size / 16.0, size / 16.0);
      g.setColor(BACK);
      g.fillRoundRect(0, 0, 16, 16, 5, 5);
      g.setColor(MIDDLE);
      g.fillRect(5, 3, 8, 6);
      g.setColor(Color.WHITE);
      g.fillRect(3, 6, 8, 7);
    } finally {
      g.dispose();
    }
    return image;
  }
}
