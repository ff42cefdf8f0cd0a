package io.fastshot.client.ui.look;

import java.awt.AWTError;
import java.awt.Dimension;
import java.awt.GraphicsConfiguration;
import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The screens of this machine, and where a window is to be on them. */
public final class Screens {
  private Screens() {}

  /** Why no window can be shown, naming DISPLAY where that is what is wrong; empty if one can. */
  public static Optional<String> problem() {
    String display = System.getenv().getOrDefault("DISPLAY", "");
    try {
      if (GraphicsEnvironment.isHeadless()) {
        return Optional.of(
            display.isEmpty() ? "DISPLAY is not set" : "this Java shows no windows (headless)");
      }
      GraphicsEnvironment.getLocalGraphicsEnvironment().getDefaultScreenDevice();
      return Optional.empty();
    } catch (AWTError | HeadlessException _) {
      return Optional.of("the screen of DISPLAY=" + display + " does not answer");
    } catch (LinkageError e) {
      return Optional.of("this Java lacks its part for windows (" + e.getMessage() + ")");
    }
  }

  /** The bounds of all screens, the main one first. */
  public static List<Rectangle> all() {
    GraphicsEnvironment environment = GraphicsEnvironment.getLocalGraphicsEnvironment();
    GraphicsDevice main = environment.getDefaultScreenDevice();
    return Arrays.stream(environment.getScreenDevices())
        .sorted((a, b) -> Boolean.compare(b.equals(main), a.equals(main)))
        .map(GraphicsDevice::getDefaultConfiguration)
        .map(GraphicsConfiguration::getBounds)
        .toList();
  }

  /**
   * Where a window is to be: where it was if that screen is still there, else in the middle of the
   * main one; never larger than its screen.
   *
   * @param known where it was; null at the first start
   * @param screens the main one first; not empty
   */
  public static Rectangle place(
      @Nullable Rectangle known, Dimension first, List<Rectangle> screens) {
    if (known != null) {
      Point title = new Point(known.x + known.width / 2, known.y + 10);
      for (Rectangle screen : screens) {
        if (screen.contains(title)) {
          return known.intersection(screen);
        }
      }
    }
    Rectangle screen = screens.getFirst();
    Dimension wanted = known == null ? first : known.getSize();
    int width = Math.min(wanted.width, screen.width);
    int height = Math.min(wanted.height, screen.height);
    return new Rectangle(
        screen.x + (screen.width - width) / 2,
        screen.y + (screen.height - height) / 2,
        width,
        height);
  }
}
