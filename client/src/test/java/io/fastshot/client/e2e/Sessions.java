package io.fastshot.client.e2e;

import io.fastshot.container.FastshotCodec;
import io.fastshot.container.Format;
import io.fastshot.container.ImageSource;
import io.fastshot.container.SessionFile;
import io.fastshot.container.SessionWindow;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.model.SessionFields;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/** Small session files for end-to-end tests. */
final class Sessions {
  /** The key of those in the original's format. */
  static final String LEGACY_KEY = "storm-key";

  private Sessions() {}

  /**
   * A session of one small picture.
   *
   * @param name its name; any text
   * @param kind 0: current format, 1: the original's with {@link #LEGACY_KEY}, 2: the original's in
   *     clear
   */
  static byte[] small(String name, int kind) {
    XorMask key = kind == 1 ? XorMask.of(LEGACY_KEY) : XorMask.none();
    Format format =
        switch (kind) {
          case 0 -> Format.CURRENT;
          case 1 -> Format.CLOUD_XOR;
          default -> Format.CLOUD_PLAIN;
        };
    SessionFields fields =
        new SessionFields(
            name, "made for a test", List.of("test"), "green", "e2e", 1, "2025-06-21T11:46:15");
    SessionFile session =
        new SessionFile(
            fields,
            "20250621114615_small.fastshot",
            List.of(SessionWindow.plain(0, 64, 48, ImageSource.of(picture(name.hashCode())))));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new FastshotCodec(key).write(session, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] picture(int seed) {
    BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(new Color(seed & 0xFFFFFF));
    g.fillRect(0, 0, 64, 48);
    g.setColor(Color.WHITE);
    g.fillOval(seed & 31, 8, 24, 24);
    g.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
