package io.fastshot.client.ui;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Screenshots for tests: windows with bars and lines, different for each seed. */
final class TestPictures {
  private TestPictures() {}

  static byte[] png(int width, int height, int seed) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    Random random = new Random(seed);
    g.setColor(new Color(0xF4F6F8));
    g.fillRect(0, 0, width, height);
    g.setColor(Color.getHSBColor(random.nextFloat(), 0.55f, 0.7f));
    g.fillRect(0, 0, width, height / 10);
    for (int i = 0; i < 12; i++) {
      g.setColor(Color.getHSBColor(random.nextFloat(), 0.5f, 0.8f));
      int bar = random.nextInt(height / 2) + height / 10;
      g.fillRect(30 + i * (width - 60) / 12, height - 20 - bar, width / 18, bar);
    }
    g.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }
}
