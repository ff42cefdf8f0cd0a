package io.fastshot.client.ui.thumbs;

import io.fastshot.client.ui.look.Glyph;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Optional;
import javax.swing.Icon;
import org.jspecify.annotations.Nullable;

/**
 * A picture fitted into a box and centered, or a frame with a symbol in its place.
 *
 * @param picture at most as large as wanted; shown with all its pixels on scaled screens
 * @param width of the box
 * @param height of the box
 * @param faint the color of the symbol
 */
public record PictureIcon(Optional<BufferedImage> picture, int width, int height, Color faint)
    implements Icon {
  private static final int SYMBOL = 16;
  private static final int FRAME_ALPHA = 90;

  @Override
  public void paintIcon(@Nullable Component component, Graphics graphics, int x, int y) {
    Graphics2D g = (Graphics2D) graphics.create();
    try {
      g.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      if (picture.isPresent()) {
        paintPicture(g, picture.get(), x, y);
      } else {
        Glyph.PICTURE
            .icon(SYMBOL, () -> faint)
            .paintIcon(component, g, x + (width - SYMBOL) / 2, y + (height - SYMBOL) / 2);
      }
    } finally {
      g.dispose();
    }
  }

  private void paintPicture(Graphics2D g, BufferedImage image, int x, int y) {
    double ratio = Math.min((double) width / image.getWidth(), (double) height / image.getHeight());
    int w = Math.max(1, (int) Math.round(image.getWidth() * ratio));
    int h = Math.max(1, (int) Math.round(image.getHeight() * ratio));
    int left = x + (width - w) / 2;
    int top = y + (height - h) / 2;
    g.drawImage(image, left, top, w, h, null);
    g.setColor(new Color(faint.getRed(), faint.getGreen(), faint.getBlue(), FRAME_ALPHA));
    g.drawRect(left, top, w - 1, h - 1);
  }

  @Override
  public int getIconWidth() {
    return width;
  }

  @Override
  public int getIconHeight() {
    return height;
  }
}
