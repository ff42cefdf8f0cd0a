package io.fastshot.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.container.png.Png;
import io.fastshot.fixtures.Fixtures;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code new} makes of the pictures that people have. */
class NewFromPicturesTest {
  /** One pixel, lossy. */
  private static final String WEBP = "UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAwA0JaQAA3AA/vuUAAA=";

  @TempDir Path home;
  private Terminal terminal = new Terminal(Path.of(""));

  @BeforeEach
  void terminal() {
    terminal = new Terminal(home);
  }

  /** The picture that comes out of a session made of one picture. */
  private BufferedImage through(String picture) throws IOException {
    Path session = home.resolve("made.fastshot");
    assertThat(terminal.run("new", picture, "--name", "n", "-o", session.toString()))
        .as(terminal.err())
        .isZero();
    Path out = home.resolve("out");
    assertThat(terminal.run("images", session.toString(), "-o", out.toString()))
        .as(terminal.err())
        .isZero();
    return ImageIO.read(Path.of(terminal.out().strip()).toFile());
  }

  private String file(String name, byte[] bytes) throws IOException {
    return Files.write(home.resolve(name), bytes).toString();
  }

  private static Color middle(BufferedImage image) {
    return new Color(image.getRGB(image.getWidth() / 2, image.getHeight() / 2), true);
  }

  private static void assertNear(Color seen, int red, int green, int blue) {
    assertThat(List.of(seen.getRed() - red, seen.getGreen() - green, seen.getBlue() - blue))
        .as("%s", seen)
        .allMatch(difference -> Math.abs(difference) <= 8);
    assertThat(seen.getAlpha()).isEqualTo(255);
  }

  @ParameterizedTest
  @CsvSource({
    "small_cmyk.jpg,64,40,124,0,130",
    "float.tiff,64,40,124,0,131",
    "rgb8_96.png,640,400,96,96,96",
    "exif6.jpg,400,640,127,0,129"
  })
  void fieldFilesKeepSizeAndColor(String name, int width, int height, int r, int g, int b)
      throws IOException {
    BufferedImage image = through(Fixtures.field(name).toString());
    assertThat(List.of(image.getWidth(), image.getHeight())).isEqualTo(List.of(width, height));
    assertNear(middle(image), r, g, b);
  }

  @Test
  void pngsGoInAsTheyAre() throws IOException {
    Path png = Fixtures.field("grayalpha8_96.png");
    through(png.toString());
    assertThat(home.resolve("out/made_01.png")).hasBinaryContent(Files.readAllBytes(png));
  }

  @Test
  void colorsForPrintersBecomeThoseOfTheScreen() throws IOException {
    byte[] red = {0, -1, -1, 0, 0, -1, -1, 0};
    Color seen = middle(through(file("red.tif", Tiffs.of(2, 1, Tiffs.CMYK, 1, red))));
    assertThat(seen.getRed()).isGreaterThan(200);
    assertThat(seen.getGreen()).isLessThan(80);
    assertThat(seen.getBlue()).isLessThan(80);
  }

  @Test
  void labIsNotBlack() throws IOException {
    byte[] gray = {(byte) 128, 0, 0, (byte) 128, 0, 0};
    byte[] tiff = Tiffs.of(2, 1, Tiffs.CIE_LAB, 1, gray);
    assertNear(middle(through(file("gray.tif", tiff))), 119, 119, 119);
  }

  /** Corners as the numbers 0 1 / 2 3 / 4 5 in the first band, for each way to hold a camera. */
  @ParameterizedTest
  @CsvSource({
    "1, 0 1 2 3 4 5",
    "2, 1 0 3 2 5 4",
    "3, 5 4 3 2 1 0",
    "4, 4 5 2 3 0 1",
    "5, 0 2 4 1 3 5",
    "6, 4 2 0 5 3 1",
    "7, 5 3 1 4 2 0",
    "8, 1 3 5 0 2 4"
  })
  void picturesStandUpright(int orientation, String upright) throws IOException {
    byte[] samples = new byte[18];
    for (int i = 0; i < 6; i++) {
      samples[3 * i] = (byte) (40 * i);
    }
    byte[] tiff = Tiffs.of(2, 3, Tiffs.RGB, orientation, samples);
    BufferedImage image = through(file("turned.tif", tiff));
    List<String> seen = new ArrayList<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        seen.add(String.valueOf(new Color(image.getRGB(x, y)).getRed() / 40));
      }
    }
    assertThat(String.join(" ", seen)).isEqualTo(upright);
    assertThat(image.getWidth()).isEqualTo(orientation > 4 ? 3 : 2);
  }

  private byte[] picture(String format) throws IOException {
    BufferedImage image = new BufferedImage(90, 80, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 90 * 80; i++) {
      image.setRGB(i % 90, i / 90, i * 2_654_435);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, format, bytes)).isTrue();
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif", "bmp", "tif"})
  void everyFormatIsTakenAndNoneThatIsCut(String format) throws IOException {
    byte[] whole = picture(format);
    assertThat(through(file("whole." + format, whole)).getWidth()).isEqualTo(90);
    for (int left : List.of(whole.length * 2 / 3, 60, 9)) {
      assertRefused(file("cut." + format, Arrays.copyOf(whole, left)), "cut." + format);
    }
  }

  @Test
  void webpIsTaken() throws IOException {
    byte[] webp = Base64.getDecoder().decode(WEBP);
    assertThat(through(file("a.webp", webp)).getWidth()).isEqualTo(1);
  }

  @Test
  void whatIsNoWholePictureIsRefusedByNameAndReason() throws IOException {
    assertRefused(Fixtures.field("trunc.png").toString(), "trunc.png ends in the middle");
    assertRefused(
        Fixtures.field("zero_dims.png").toString(), "zero_dims.png has no pixels: it is 0 x 0");
    assertRefused(file("empty.png", new byte[0]), "empty.png is empty");
    assertRefused(file("a.png", new byte[30]), "a.png is not a picture");
    assertRefused(home.resolve("none.png").toString(), "none.png is not there");
    assertRefused(home.toString(), "is a folder");
    byte[] png = picture("png");
    png[png.length / 2] ^= 1;
    assertRefused(file("bit.png", png), "bit.png is damaged");
  }

  private void assertRefused(String picture, String reason) throws IOException {
    Path session = home.resolve("refused.fastshot");
    String good = Fixtures.field("rgb8_96.png").toString();
    assertThat(terminal.run("new", good, picture, "--name", "n", "-o", session.toString()))
        .as(picture)
        .isEqualTo(ExitCode.FAILED);
    assertThat(terminal.err()).contains(reason);
    assertThat(terminal.out()).isEmpty();
    try (Stream<Path> left = Files.list(home)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.contains("refused") || name.startsWith(".fastshot"));
    }
  }

  /** 14,100 x 14,100 passed a bound of 200,000,000 pixels, and ended in an internal error. */
  @Test
  void whatTakesMoreMemoryThanThereIsIsTooLarge() throws IOException {
    byte[] white = Png.whiteCover();
    ByteBuffer header = ByteBuffer.allocate(13).putInt(70_000).putInt(30_000);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.write(white, 0, Png.SIGNATURE_BYTES);
    png.writeBytes(Png.chunk(0x49484452, header.put(new byte[] {8, 6, 0, 0, 0}).array()));
    png.write(white, Png.IHDR_END, white.length - Png.IHDR_END);
    assertRefused(
        file("vast.png", png.toByteArray()), "vast.png is too large: 70000 x 30000 pixels take");
  }

  /** As a shell makes one of {@code <(...)}. */
  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void pipeIsReadOnce() throws Exception {
    Path pipe = home.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    byte[] picture = picture("png");
    FutureTask<Path> writer = new FutureTask<>(() -> Files.write(pipe, picture));
    Thread.ofVirtual().start(writer);
    assertThat(through(pipe.toString()).getWidth()).isEqualTo(90);
    assertThat(writer.get()).isEqualTo(pipe);
  }

  @Test
  void standardInputIsAPictureToo() throws IOException {
    for (String format : List.of("png", "jpg")) {
      terminal.fed(picture(format));
      assertThat(through("-").getWidth()).isEqualTo(90);
      Files.delete(home.resolve("made.fastshot"));
      Files.delete(home.resolve("out/made_01.png"));
    }
    terminal.fed(new byte[0]);
    assertRefused("-", "standard input is empty");
  }
}
