package io.fastshot.client.ui.look;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.util.Locale;
import java.util.Scanner;
import java.util.function.Supplier;
import javax.swing.Icon;
import javax.swing.UIManager;
import org.jspecify.annotations.Nullable;

/** The icons, as lines on a grid of 16 by 16, sharp at every scaling. */
public enum Glyph {
  UPLOAD("M 8 10.5 L 8 2.5 M 4.5 6 L 8 2.5 L 11.5 6 M 2.5 10.5 L 2.5 13.5 L 13.5 13.5 L 13.5 10.5"),
  DOWNLOAD(
      "M 8 2.5 L 8 10.5 M 4.5 7 L 8 10.5 L 11.5 7 M 2.5 10.5 L 2.5 13.5 L 13.5 13.5 L 13.5 10.5"),
  OPEN(
      "M 2.5 3.5 L 13.5 3.5 L 13.5 12.5 L 2.5 12.5 Z M 2.5 10.5 L 6 7 L 9 10 L 11 8.5 L 13.5 10.5"),
  DELETE(
      "M 2.5 4.5 L 13.5 4.5 M 6 4.5 L 6 2.5 L 10 2.5 L 10 4.5 M 4 4.5 L 4.5 13.5 L 11.5 13.5 L 12"
          + " 4.5 M 6.7 7 L 6.7 11 M 9.3 7 L 9.3 11"),
  CLOUD("M 4.5 12.5 C 1 12.5 1 7.8 4.2 7.6 C 4.4 3 10.6 2.8 11.2 7 C 15 6.8 15 12.5 11.6 12.5 Z"),
  MACHINE("M 3.5 3.5 L 12.5 3.5 L 12.5 10 L 3.5 10 Z M 1.5 12.5 L 14.5 12.5"),
  WARNING("M 8 2.5 L 14.5 13.5 L 1.5 13.5 Z M 8 6.5 L 8 9.5 M 8 11.4 L 8 11.7"),
  WORKING("M 13.5 8 C 13.5 15.3 2.5 15.3 2.5 8 C 2.5 0.7 13.5 0.7 13.5 8 M 8 4.5 L 8 8 L 10.5 9.5"),
  PREVIOUS("M 10 3 L 5 8 L 10 13"),
  NEXT("M 6 3 L 11 8 L 6 13"),
  CLOSE("M 4 4 L 12 12 M 12 4 L 4 12"),
  CHECK("M 3 8.5 L 6.5 12 L 13 4.5"),
  PLUS("M 3 8 L 13 8 M 8 3 L 8 13"),
  MINUS("M 3 8 L 13 8"),
  TABLE("M 2.5 4 L 13.5 4 M 2.5 8 L 13.5 8 M 2.5 12 L 13.5 12"),
  GALLERY(
      "M 2.5 2.5 L 7 2.5 L 7 7 L 2.5 7 Z M 9 2.5 L 13.5 2.5 L 13.5 7 L 9 7 Z M 2.5 9 L 7 9 L 7 13.5"
          + " L 2.5 13.5 Z M 9 9 L 13.5 9 L 13.5 13.5 L 9 13.5 Z"),
  SEARCH("M 11 7 C 11 12.3 3 12.3 3 7 C 3 1.7 11 1.7 11 7 M 10 10 L 13.5 13.5"),
  FIT(
      "M 2.5 6 L 2.5 2.5 L 6 2.5 M 10 2.5 L 13.5 2.5 L 13.5 6 M 13.5 10 L 13.5 13.5 L 10 13.5 M 6"
          + " 13.5 L 2.5 13.5 L 2.5 10"),
  PICTURE(
      "M 2.5 3.5 L 13.5 3.5 L 13.5 12.5 L 2.5 12.5 Z M 2.5 11 L 6 7.5 L 8.5 10 L 10.5 8.5 L 13.5"
          + " 11"),
  LIBRARY(
      "M 2.5 4 C 2.5 1.5 13.5 1.5 13.5 4 C 13.5 6.5 2.5 6.5 2.5 4 L 2.5 12 C 2.5 14.5 13.5 14.5"
          + " 13.5 12 L 13.5 4 M 2.5 8 C 2.5 10.5 13.5 10.5 13.5 8");

  private static final float STROKE = 1.3f;
  private static final int GRID = 16;

  private final String path;

  Glyph(String path) {
    this.path = path;
  }

  /** The icon in the text's color, dimmed while its component is disabled. */
  public Icon icon(int size) {
    return new GlyphIcon(parse(path), size, null);
  }

  /** The icon in a color of the present theme, asked for at each paint. */
  public Icon icon(int size, Supplier<Color> color) {
    return new GlyphIcon(parse(path), size, color);
  }

  private static Path2D parse(String text) {
    Path2D path = new Path2D.Double();
    try (Scanner scanner = new Scanner(text)) {
      scanner.useLocale(Locale.ROOT);
      while (scanner.hasNext()) {
        segment(path, scanner, scanner.next());
      }
    }
    return path;
  }

  private static void segment(Path2D path, Scanner in, String command) {
    switch (command) {
      case "M" -> path.moveTo(in.nextDouble(), in.nextDouble());
      case "L" -> path.lineTo(in.nextDouble(), in.nextDouble());
      case "C" ->
          path.curveTo(
              in.nextDouble(),
              in.nextDouble(),
              in.nextDouble(),
              in.nextDouble(),
              in.nextDouble(),
              in.nextDouble());
      case "Z" -> path.closePath();
      default -> throw new IllegalArgumentException("not a path command: " + command);
    }
  }

  private record GlyphIcon(Path2D path, int size, @Nullable Supplier<Color> color) implements Icon {

    @Override
    public void paintIcon(Component component, Graphics graphics, int x, int y) {
      Graphics2D g = (Graphics2D) graphics.create();
      try {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.translate(x, y);
        g.scale((double) size / GRID, (double) size / GRID);
        g.setStroke(new BasicStroke(STROKE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setColor(colorFor(component));
        g.draw(path);
      } finally {
        g.dispose();
      }
    }

    private Color colorFor(Component component) {
      if (component != null && !component.isEnabled()) {
        return UIManager.getColor("Label.disabledForeground");
      }
      if (color != null) {
        return color.get();
      }
      return component == null ? Color.GRAY : component.getForeground();
    }

    @Override
    public int getIconWidth() {
      return size;
    }

    @Override
    public int getIconHeight() {
      return size;
    }
  }
}
