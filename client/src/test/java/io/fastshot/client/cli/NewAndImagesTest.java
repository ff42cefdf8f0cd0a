package io.fastshot.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.cli.context.ExitCode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class NewAndImagesTest {
  @TempDir Path home;
  private Terminal terminal = new Terminal(Path.of(""));

  @BeforeEach
  void terminal() {
    terminal = new Terminal(home);
  }

  private String picture(String name, String format) throws IOException {
    Path file = home.resolve(name);
    BufferedImage image = new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB);
    image.setRGB(3, 4, 0xFF0000);
    assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
    return file.toString();
  }

  @Test
  void whatIsMadeIsReadAndItsImagesComeOut() throws IOException {
    for (List<String> format :
        List.of(
            List.of("--format", "current"),
            List.of("--format", "original"),
            List.of("--format", "original", "--legacy-key", "k"))) {
      Path file = home.resolve(format.size() + format.get(1) + ".fastshot");
      String png = picture("a.png", "png");
      List<String> arguments =
          Stream.of(
                  List.of("new", png, picture("b.jpg", "jpg"), "--name", "Zwei 图", "--tag", "a"),
                  List.of("--tag", "b", "--color", "red", "--class", "dev", "--desc", "about"),
                  List.of("-o", file.toString()),
                  format)
              .flatMap(List::stream)
              .toList();
      assertThat(terminal.run(arguments.toArray(String[]::new))).as(terminal.err()).isZero();
      assertThat(terminal.out().strip()).isEqualTo(file.toString());

      assertThat(terminal.run("inspect", "--json", "--legacy-key", "k", file.toString())).isZero();
      JsonNode read = terminal.json();
      boolean clear = format.contains("original") && format.size() == 2;
      if (!clear) {
        assertThat(read.path("name").asString("")).as(read.toString()).isEqualTo("Zwei 图");
        assertThat(read.path("tags").size()).isEqualTo(2);
        assertThat(read.path("image_count").asInt(0)).isEqualTo(2);
      }
      Path images = home.resolve("images" + format.size() + format.get(1));
      String key = clear ? "" : "k";
      assertThat(
              terminal.run("images", "--legacy-key", key, file.toString(), "-o", images.toString()))
          .as(terminal.err())
          .isZero();
      assertThat(terminal.out().lines()).hasSize(2).allMatch(line -> line.endsWith(".png"));
      Path first = Path.of(terminal.out().lines().findFirst().orElseThrow());
      assertThat(first).hasBinaryContent(Files.readAllBytes(Path.of(png)));
    }
  }

  @Test
  void nothingIsReplaced() throws IOException {
    Path file = Files.writeString(home.resolve("x.fastshot"), "precious");
    assertThat(terminal.run("new", picture("a.png", "png"), "--name", "n", "-o", file.toString()))
        .isEqualTo(ExitCode.FAILED);
    assertThat(file).hasContent("precious");
  }

  @Test
  void whatIsNoPictureIsSaid() throws IOException {
    Path file = Files.writeString(home.resolve("x.png"), "text");
    assertThat(terminal.run("new", file.toString(), "--name", "n")).isEqualTo(ExitCode.FAILED);
    assertThat(terminal.err()).contains("x.png");
  }
}
