package io.fastshot.localcloud.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;

/** Draws what screens show. Palette images without smoothing, so that they are small and fast. */
final class Pictures {
  private static final int WIDTH = 960;
  private static final int HEIGHT = 600;
  private static final int PHOTO_WIDTH = 360;
  private static final int PHOTO_HEIGHT = 240;
  private static final Color PAPER = new Color(0xffffff);
  private static final Color INK = new Color(0x333333);
  private static final Color LINE = new Color(0xcccccc);
  private static final List<Color> ACCENTS =
      List.of(
          new Color(0x3366cc),
          new Color(0xcc3333),
          new Color(0x339966),
          new Color(0xff9933),
          new Color(0x663399),
          new Color(0x0099cc));
  private static final List<String> WORDS =
      List.of(
          "Account", "Total", "Region", "Status", "Owner", "Latency", "Orders", "Budget", "Queue",
          "North", "South", "Open", "Closed", "Pending", "Retry", "Cache", "Index", "Session");
  private static final List<String> CODE =
      List.of(
          "for (Row row : rows) {",
          "  total += row.amount();",
          "}",
          "return Optional.empty();",
          "// the answer may be late",
          "SELECT name, count(*) FROM orders",
          "  WHERE state = 'open'",
          "if (attempt > policy.max()) {",
          "  throw new ContentionException(key);",
          "ERROR timeout after 3000 ms",
          "INFO  started in 412 ms",
          "    at app.Main.run(Main:42)");
  private static final List<String> CHINESE =
      List.of("登录", "密码", "提交订单", "设置", "用户列表", "错误：连接超时", "搜索", "今天", "全部", "价格");

  private Pictures() {}

  static BufferedImage draw(DemoPlan.Topic topic, SplittableRandom random) {
    if (topic == DemoPlan.Topic.PHOTO) {
      return photo(random);
    }
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_INDEXED);
    Graphics2D g = image.createGraphics();
    frame(g, random);
    switch (topic) {
      case CHART -> chart(g, random);
      case FORM -> form(g, random, WORDS);
      case CODE -> code(g, random);
      case TABLE -> table(g, random);
      case MAP -> map(g, random);
      case CHINESE, PHOTO -> form(g, random, CHINESE);
    }
    g.dispose();
    return image;
  }

  private static void frame(Graphics2D g, SplittableRandom random) {
    g.setColor(PAPER);
    g.fillRect(0, 0, WIDTH, HEIGHT);
    g.setColor(pick(ACCENTS, random));
    g.fillRect(0, 0, WIDTH, 44);
    g.setColor(PAPER);
    g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 20));
    g.drawString(pick(WORDS, random) + " · " + pick(WORDS, random), 20, 29);
    for (int i = 0; i < 3; i++) {
      g.fillOval(WIDTH - 90 + 26 * i, 14, 16, 16);
    }
  }

  private static void chart(Graphics2D g, SplittableRandom random) {
    g.setColor(LINE);
    for (int y = 100; y <= 540; y += 55) {
      g.drawLine(70, y, 920, y);
    }
    int bars = 6 + random.nextInt(10);
    int step = 840 / bars;
    for (int i = 0; i < bars; i++) {
      int height = 40 + random.nextInt(380);
      g.setColor(ACCENTS.get(i % ACCENTS.size()));
      g.fillRect(80 + i * step, 540 - height, step - 12, height);
    }
    g.setColor(INK);
    g.setStroke(new BasicStroke(3));
    int last = 300;
    for (int i = 1; i < bars; i++) {
      int next = Math.clamp(last + random.nextInt(-70, 71), 90, 530);
      g.drawLine(80 + (i - 1) * step, last, 80 + i * step, next);
      last = next;
    }
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
    for (int i = 0; i < bars; i++) {
      g.drawString("W" + (i + 1), 84 + i * step, 562);
    }
  }

  private static void form(Graphics2D g, SplittableRandom random, List<String> words) {
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 18));
    for (int y = 90; y < 460; y += 62) {
      g.setColor(INK);
      g.drawString(pick(words, random), 80, y + 24);
      g.setColor(LINE);
      g.drawRoundRect(280, y, 520, 38, 10, 10);
      g.setColor(INK);
      if (random.nextBoolean()) {
        g.drawString(pick(words, random) + " " + random.nextInt(1000), 296, y + 25);
      }
    }
    for (int i = 0; i < 3; i++) {
      g.setColor(i == 0 ? pick(ACCENTS, random) : LINE);
      g.fillRoundRect(280 + 180 * i, 500, 160, 46, 14, 14);
      g.setColor(i == 0 ? PAPER : INK);
      g.drawString(pick(words, random), 304 + 180 * i, 529);
    }
  }

  private static void code(Graphics2D g, SplittableRandom random) {
    g.setColor(new Color(0x222222));
    g.fillRect(0, 44, WIDTH, HEIGHT - 44);
    g.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 16));
    for (int line = 0; line < 26; line++) {
      int y = 74 + line * 20;
      g.setColor(new Color(0x666666));
      g.drawString(String.valueOf(line + 1), 16, y);
      g.setColor(random.nextInt(4) == 0 ? new Color(0xff9933) : LINE);
      g.drawString(pick(CODE, random), 70 + 18 * random.nextInt(4), y);
    }
  }

  private static void table(Graphics2D g, SplittableRandom random) {
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
    for (int row = 0; row < 18; row++) {
      int y = 64 + row * 29;
      if (row % 2 == 1) {
        g.setColor(new Color(0xf2f2f2));
        g.fillRect(20, y, 920, 29);
      }
      g.setColor(INK);
      g.drawString(pick(WORDS, random) + " " + row, 34, y + 20);
      for (int column = 1; column < 6; column++) {
        g.drawString(String.valueOf(random.nextInt(100_000)), 60 + column * 150, y + 20);
      }
    }
  }

  private static void map(Graphics2D g, SplittableRandom random) {
    g.setColor(new Color(0x99ccff));
    g.fillRect(0, 44, WIDTH, HEIGHT - 44);
    for (int i = 0; i < 9; i++) {
      Polygon land = new Polygon();
      int x = random.nextInt(80, 880);
      int y = random.nextInt(110, 540);
      for (int corner = 0; corner < 9; corner++) {
        double angle = Math.PI * 2 * corner / 9;
        int radius = random.nextInt(40, 130);
        land.addPoint((int) (x + radius * Math.cos(angle)), (int) (y + radius * Math.sin(angle)));
      }
      g.setColor(random.nextBoolean() ? new Color(0xccffcc) : new Color(0xffffcc));
      g.fillPolygon(land);
    }
    g.setStroke(new BasicStroke(4));
    for (int i = 0; i < 7; i++) {
      g.setColor(i % 2 == 0 ? new Color(0xff9933) : PAPER);
      g.drawLine(random.nextInt(WIDTH), 50 + random.nextInt(540), random.nextInt(WIDTH), 590);
    }
    g.setColor(new Color(0xcc3333));
    for (int i = 0; i < 12; i++) {
      g.fillOval(random.nextInt(WIDTH), 60 + random.nextInt(520), 16, 16);
    }
  }

  /** A sky, hills, and the noise of a camera: what compresses badly. */
  private static BufferedImage photo(SplittableRandom random) {
    BufferedImage image = new BufferedImage(PHOTO_WIDTH, PHOTO_HEIGHT, BufferedImage.TYPE_INT_RGB);
    double wave = 20 + random.nextInt(30);
    double hue = random.nextDouble();
    int sky = Color.HSBtoRGB((float) hue, 0.5f, 0.95f);
    int land = Color.HSBtoRGB((float) (hue + 0.4), 0.6f, 0.45f);
    for (int x = 0; x < PHOTO_WIDTH; x++) {
      double horizon = 120 + wave * Math.sin(x / wave) + wave / 3 * Math.sin(x / 7.0);
      for (int y = 0; y < PHOTO_HEIGHT; y++) {
        int base = y < horizon ? sky : land;
        int shade = y / 4 - 30 + (random.nextInt() & 7);
        image.setRGB(x, y, shaded(base, shade));
      }
    }
    return image;
  }

  private static int shaded(int rgb, int shade) {
    int r = Math.clamp(((rgb >> 16) & 0xff) + shade, 0, 255);
    int g = Math.clamp(((rgb >> 8) & 0xff) + shade, 0, 255);
    int b = Math.clamp((rgb & 0xff) + shade, 0, 255);
    return (r << 16) | (g << 8) | b;
  }

  private static <T> T pick(List<T> all, SplittableRandom random) {
    return all.get(random.nextInt(all.size()));
  }
}
