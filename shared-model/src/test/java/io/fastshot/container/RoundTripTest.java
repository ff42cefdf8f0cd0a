package io.fastshot.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastshot.container.bytes.ByteSource;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.container.png.ImageKind;
import io.fastshot.container.read.AllegedHeader;
import io.fastshot.container.read.AllegedHeaderReader;
import io.fastshot.container.read.HeaderReading;
import io.fastshot.container.read.ImageVisitor;
import io.fastshot.container.read.SessionReading;
import io.fastshot.model.SessionFields;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

public class RoundTripTest {
  private static final String LAID_OUT_HEAD =
      """
      {
        "session": {
          "version": "1.0",
          "timestamp": "2025-06-21T11:46:15",
          "windows": [
            {
              "index": 0,
              "geometry": {
                "x": -5,
                "y": 6,
                "width": 70,
                "height": 80
              },
              "scale": 0.5,
              "image_data": "PNG",
              "original_image_data": "PNG",
              "annotated_original_data": "PNG",
              "draw_history": [
                {
                  "type": "text",
                  "data": {
                    "x": 5.0,
                    "text": "注释"
                  }
                }
              ],
              "is_hidden": true,
              "window_id": 140000000000000
            },
      """;

  private static final String LAID_OUT_TAIL =
      """
          ]
        },
        "metadata": {
          "name": "name 会议",
          "desc": "a\\n\\"b\\"\\\\ \\u0001",
          "tags": [
            "x",
            ""
          ],
          "color": "pink",
          "class": "c",
          "created_at": "2025-06-21T11:46:15",
          "filename": "f.fastshot",
          "image_count": 2,
          "thumbnail_collage": "PNG"
        }
      }\
      """;

  private static final SessionFields FIELDS =
      new SessionFields(
          "name 会议", "a\n\"b\"\\ \u0001", List.of("x", ""), "pink", "c", 2, "2025-06-21T11:46:15");

  static List<String> keys() {
    return List.of("x", "密钥🔑", "k".repeat(256) + "!", "a usual key");
  }

  @ParameterizedTest
  @MethodSource("keys")
  void everyFormatGivesBackWhatWasWritten(String key) throws Exception {
    SessionFile session = session(FIELDS);
    for (Format format : Format.values()) {
      boolean masked = format == Format.CLOUD_XOR || format == Format.JSON_XOR;
      String readKey = masked || format == Format.CURRENT ? key : "";
      byte[] file = write(session, format, key);
      assertThat(inspect(file, readKey))
          .isEqualTo(new SessionReading.Readable(FIELDS, "2025-06-21T11:46:15", format));
      assertSameImages(file, readKey, session);
      AllegedHeader header = header(file, readKey);
      assertThat(header.fields()).isEqualTo(FIELDS);
      assertThat(header.format()).isEqualTo(format);
      BufferedImage collage = ImageIO.read(new ByteArrayInputStream(header.thumbnailPng()));
      assertThat(collage.getWidth()).isEqualTo(200);
      assertThat(collage.getHeight()).isEqualTo(100);
    }
  }

  private static void assertSameImages(byte[] file, String key, SessionFile session)
      throws Exception {
    List<byte[]> images = new ArrayList<>();
    List<WindowInfo> infos = new ArrayList<>();
    new FastshotCodec(XorMask.of(key))
        .readImages(
            ByteSource.of(file),
            new ImageVisitor() {
              @Override
              public void image(int window, ImageKind kind, byte[] png) {
                images.add(png);
              }

              @Override
              public void windowEnd(int window, WindowInfo info) {
                infos.add(info);
              }
            });
    assertThat(infos).isEqualTo(session.windows().stream().map(SessionWindow::info).toList());
    List<byte[]> written = new ArrayList<>();
    for (SessionWindow window : session.windows()) {
      written.add(window.shown().png());
      written.add(window.original().png());
      if (window.annotated() != null) {
        written.add(window.annotated().png());
      }
    }
    assertThat(images).usingElementComparator(Arrays::compare).isEqualTo(written);
  }

  @Test
  void fileOnDiskIsReadAsOneInMemory(@TempDir Path folder) throws Exception {
    for (Format format : Format.values()) {
      Path file = folder.resolve(format + ".fastshot");
      Files.write(file, write(session(FIELDS), format, "a key"));
      FastshotCodec codec =
          new FastshotCodec(format == Format.CLOUD_PLAIN ? XorMask.none() : XorMask.of("a key"));
      assertThat(codec.inspect(ByteSource.of(file)))
          .isEqualTo(new SessionReading.Readable(FIELDS, "2025-06-21T11:46:15", format));
    }
  }

  @Test
  void visitorDecodesOnlyWhatItWants() throws Exception {
    byte[] file = write(session(FIELDS), Format.CURRENT, "");
    List<String> seen = new ArrayList<>();
    new FastshotCodec(XorMask.none())
        .readImages(
            ByteSource.of(file),
            new ImageVisitor() {
              @Override
              public boolean wants(int window, ImageKind kind) {
                return window == 1 && kind == ImageKind.ORIGINAL;
              }

              @Override
              public void image(int window, ImageKind kind, byte[] png) {
                seen.add(window + " " + kind);
              }
            });
    assertThat(seen).containsExactly("1 ORIGINAL");
  }

  @Test
  void jsonIsLaidOutAsTheOriginalLaysItOut() throws Exception {
    byte[] file = write(session(FIELDS), Format.JSON, "");
    String json = new String(file, StandardCharsets.UTF_8).replaceAll("iVBOR[^\"]*", "PNG");
    assertThat(json)
        .startsWith(LAID_OUT_HEAD)
        .contains("\"draw_history\": [],\n")
        .endsWith(LAID_OUT_TAIL);
  }

  @Test
  void currentFileOpensInTheOriginalWithoutAKey() throws Exception {
    byte[] file = write(session(FIELDS), Format.CURRENT, "a key");
    assertThat(ImageIO.read(new ByteArrayInputStream(file)).getWidth()).isEqualTo(200);
    String latin = new String(file, StandardCharsets.ISO_8859_1);
    byte[] payload = Arrays.copyOfRange(file, latin.indexOf("FHDR") + 4, file.length);
    assertThat(inspect(payload, ""))
        .isEqualTo(new SessionReading.Readable(FIELDS, "2025-06-21T11:46:15", Format.JSON));
  }

  @Test
  void sessionWithoutWindowsHasAWhiteCoverAndNoThumbnail() throws Exception {
    SessionFields none = new SessionFields("n", "", List.of(), "blue", "", 0, null);
    byte[] file = write(new SessionFile(none, "f.fastshot", List.of()), Format.CURRENT, "");
    AllegedHeader header = header(file, "");
    assertThat(header.fields()).isEqualTo(none);
    assertThat(header.thumbnailPng()).isNull();
    assertThat(inspect(file, "")).isInstanceOf(SessionReading.Readable.class);
  }

  @Test
  void damagedPayloadOfACurrentFileIsFound() throws Exception {
    byte[] file = write(session(FIELDS), Format.CURRENT, "");
    int image = new String(file, StandardCharsets.ISO_8859_1).lastIndexOf("iVBOR") + 40;
    file[image] ^= 1;
    assertThat(inspect(file, ""))
        .isInstanceOfSatisfying(
            SessionReading.Unreadable.class, bad -> assertThat(bad.reason()).contains("checksum"));
    assertThat(inspect(Arrays.copyOf(file, file.length - 1), ""))
        .isInstanceOfSatisfying(
            SessionReading.Unreadable.class, bad -> assertThat(bad.reason()).contains("cut off"));
  }

  @Test
  void damagedDeclarationLeavesAFileOfTheOriginal() throws Exception {
    byte[] file = write(session(FIELDS), Format.CURRENT, "");
    file[new String(file, StandardCharsets.ISO_8859_1).indexOf("\"sha256\"")] ^= 1;
    assertThat(header(file, "").format()).isEqualTo(Format.CLOUD_PLAIN);
    assertThat(header(file, "").fields()).isEqualTo(FIELDS);
  }

  @Test
  void maskedFormatsNeedAKey() {
    assertThatThrownBy(() -> write(session(FIELDS), Format.CLOUD_XOR, " "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("legacy key");
  }

  @Test
  void imageThatChangesWhileItIsWrittenIsAnError() throws Exception {
    byte[] first = noise(10, 10, 1);
    byte[] second = noise(10, 10, 2);
    int[] calls = {0};
    ImageSource unsteady = () -> calls[0]++ < 3 ? first : second;
    SessionFields one = new SessionFields("", "", List.of(), "", "", 1, null);
    SessionFile session =
        new SessionFile(one, "f.fastshot", List.of(SessionWindow.plain(0, 10, 10, unsteady)));
    assertThatThrownBy(() -> write(session, Format.CURRENT, ""))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("changed");
  }

  static SessionFile session(SessionFields fields) throws IOException {
    WindowInfo annotated =
        new WindowInfo(
            0,
            -5,
            6,
            70,
            80,
            0.5,
            "[{\"type\":\"text\",\"data\":{\"x\":5.0,\"text\":\"注释\"}}]",
            true,
            140_000_000_000_000L);
    SessionWindow first =
        new SessionWindow(
            annotated,
            ImageSource.of(noise(35, 40, 1)),
            ImageSource.of(noise(70, 80, 2)),
            ImageSource.of(noise(70, 80, 3)));
    SessionWindow second = SessionWindow.plain(3, 200, 10, ImageSource.of(noise(200, 10, 4)));
    return new SessionFile(fields, "f.fastshot", List.of(first, second));
  }

  public static byte[] noise(int width, int height, long seed) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(seed);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, random.nextInt());
      }
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }

  static byte[] write(SessionFile session, Format format, String key) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new FastshotCodec(XorMask.of(key)).write(session, format, out);
    return out.toByteArray();
  }

  private static SessionReading inspect(byte[] file, String key) throws IOException {
    return new FastshotCodec(XorMask.of(key)).inspect(ByteSource.of(file));
  }

  private static AllegedHeader header(byte[] file, String key) throws IOException {
    HeaderReading reading = new AllegedHeaderReader(XorMask.of(key)).read(ByteSource.of(file));
    return switch (reading) {
      case HeaderReading.Readable(AllegedHeader header) -> header;
      case HeaderReading.Unreadable(String reason) -> throw new AssertionError(reason);
    };
  }
}
