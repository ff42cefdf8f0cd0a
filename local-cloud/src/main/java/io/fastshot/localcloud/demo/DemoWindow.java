package io.fastshot.localcloud.demo;

import io.fastshot.container.ImageSource;
import io.fastshot.container.SessionWindow;
import io.fastshot.container.WindowInfo;
import io.fastshot.pictures.Pngs;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.SplittableRandom;

/** Draws one window of a session, some of them with a line that somebody drew on the picture. */
final class DemoWindow {
  private static final Color PEN = new Color(0xe53935);

  private DemoWindow() {}

  /**
   * Draws a window.
   *
   * @param index 0 for the session's first, which shows the session's topic; every third is a photo
   */
  static SessionWindow draw(DemoPlan plan, int index, SplittableRandom random) {
    DemoPlan.Topic topic =
        index == 0
            ? plan.topic()
            : index % 3 == 1
                ? DemoPlan.Topic.PHOTO
                : DemoPlan.TOPICS.get(random.nextInt(DemoPlan.TOPICS.size()));
    BufferedImage image = Pictures.draw(topic, random);
    ImageSource original = ImageSource.of(png(image));
    boolean annotated = random.nextInt(3) == 0;
    int[] line = {
      random.nextInt(image.getWidth()),
      random.nextInt(image.getHeight()),
      random.nextInt(image.getWidth()),
      random.nextInt(image.getHeight())
    };
    WindowInfo info =
        new WindowInfo(
            index,
            40 + 60 * index,
            30 + 40 * index,
            image.getWidth(),
            image.getHeight(),
            1.0,
            annotated ? history(line) : "[]",
            false,
            0x7f00_0000_0000L + random.nextInt(1 << 20));
    if (!annotated) {
      return new SessionWindow(info, original, original, null);
    }
    mark(image, line);
    ImageSource marked = ImageSource.of(png(image));
    return new SessionWindow(info, marked, original, marked);
  }

  private static String history(int[] line) {
    return String.format(
        Locale.ROOT,
        "[{\"type\": \"lines\", \"data\": [[%d.0, %d.0, %d.0, %d.0]]}]",
        line[0],
        line[1],
        line[2],
        line[3]);
  }

  private static void mark(BufferedImage image, int[] line) {
    Graphics2D g = image.createGraphics();
    g.setColor(PEN);
    g.setStroke(new BasicStroke(4));
    g.drawLine(line[0], line[1], line[2], line[3]);
    g.dispose();
  }

  private static byte[] png(BufferedImage image) {
    try {
      return Pngs.encode(image);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
  }
}
