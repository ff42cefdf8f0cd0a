package io.fastshot.container.png;

import io.fastshot.container.ImageSource;
import io.fastshot.pictures.PictureDecoder;
import io.fastshot.pictures.PictureException;
import io.fastshot.pictures.Pngs;
import io.fastshot.pictures.Scaling;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The picture that stands for a session: its images in a grid of cells of 100 x 100 pixels, filled
 * row by row, each image scaled down to fit, centered. The grid is the one nearest to 4:3.
 */
public final class Collage {
  private static final int CELL = 100;
  private static final Color BACKGROUND = new Color(0xF0, 0xF0, 0xF0);
  private static final double ASPECT = 4.0 / 3.0;

  private Collage() {}

  /**
   * The collage as PNG.
   *
   * @param images one or more, in order
   * @throws IllegalArgumentException if there is none
   */
  public static byte[] ofImages(List<BufferedImage> images) {
    if (images.isEmpty()) {
      throw new IllegalArgumentException("a collage needs an image");
    }
    List<@Nullable BufferedImage> cells = new ArrayList<>();
    for (BufferedImage image : images) {
      cells.add(Scaling.fit(image, CELL, CELL));
    }
    return draw(cells);
  }

  /**
   * The same from PNG files, of which one is in memory at a time. One that cannot be decoded leaves
   * its cell empty.
   *
   * @return null if there are none
   */
  public static byte @Nullable [] ofPngs(List<ImageSource> images) throws IOException {
    if (images.isEmpty()) {
      return null;
    }
    List<@Nullable BufferedImage> cells = new ArrayList<>();
    for (ImageSource image : images) {
      BufferedImage decoded = decode(image.png());
      cells.add(decoded == null ? null : Scaling.fit(decoded, CELL, CELL));
    }
    return draw(cells);
  }

  /** Columns of the grid for a number of images; rows follow. */
  static int columns(int images) {
    int best = 1;
    double distance = Double.MAX_VALUE;
    for (int columns = 1; columns <= images; columns++) {
      double aspect = (double) columns / rows(images, columns);
      if (Math.abs(aspect - ASPECT) < distance) {
        best = columns;
        distance = Math.abs(aspect - ASPECT);
      }
    }
    return best;
  }

  private static int rows(int images, int columns) {
    return (images + columns - 1) / columns;
  }

  private static byte[] draw(List<@Nullable BufferedImage> cells) {
    int columns = columns(cells.size());
    BufferedImage collage =
        new BufferedImage(
            columns * CELL, rows(cells.size(), columns) * CELL, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = collage.createGraphics();
    try {
      canvas.setColor(BACKGROUND);
      canvas.fillRect(0, 0, collage.getWidth(), collage.getHeight());
      for (int i = 0; i < cells.size(); i++) {
        BufferedImage cell = cells.get(i);
        if (cell != null) {
          int x = i % columns * CELL + (CELL - cell.getWidth()) / 2;
          int y = i / columns * CELL + (CELL - cell.getHeight()) / 2;
          canvas.drawImage(cell, x, y, null);
        }
      }
    } finally {
      canvas.dispose();
    }
    return encode(collage);
  }

  private static @Nullable BufferedImage decode(byte[] png) throws IOException {
    try {
      return new PictureDecoder().png(png);
    } catch (PictureException e) {
      return undecodable(e);
    }
  }

  /** The bytes are in memory, so it is the picture that is damaged: its cell stays empty. */
  private static @Nullable BufferedImage undecodable(Exception why) {
    System.getLogger(Collage.class.getName())
        .log(System.Logger.Level.DEBUG, "an image is left out of the collage", why);
    return null;
  }

  private static byte[] encode(BufferedImage image) {
    try {
      return Pngs.encode(image);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
