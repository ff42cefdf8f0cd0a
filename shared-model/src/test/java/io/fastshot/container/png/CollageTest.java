package io.fastshot.container.png;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastshot.container.ImageSource;
import io.fastshot.container.RoundTripTest;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollageTest {

  @ParameterizedTest
  @CsvSource({
    "1,1,1", "2,2,1", "3,2,2", "4,3,2", "5,3,2", "6,3,2", "7,3,3", "8,3,3", "9,4,3", "12,4,3"
  })
  void gridIsTheOneNearestToFourByThree(int images, int columns, int rows) throws IOException {
    BufferedImage one = filled(10, 10, Color.RED);
    BufferedImage collage = read(Collage.ofImages(Collections.nCopies(images, one)));
    assertThat(collage.getWidth()).isEqualTo(100 * columns);
    assertThat(collage.getHeight()).isEqualTo(100 * rows);
  }

  @Test
  void imagesAreFittedAndCentered() throws IOException {
    BufferedImage wide = filled(1920, 960, Color.RED);
    BufferedImage tall = filled(30, 60, Color.BLUE);
    BufferedImage collage = read(Collage.ofImages(List.of(wide, tall)));
    assertThat(new Color(collage.getRGB(50, 50))).isEqualTo(Color.RED);
    assertThat(new Color(collage.getRGB(50, 20))).isNotEqualTo(Color.RED);
    assertThat(new Color(collage.getRGB(150, 95))).isEqualTo(Color.BLUE);
    assertThat(new Color(collage.getRGB(105, 50))).isNotEqualTo(Color.BLUE);
  }

  @Test
  void veryThinImageKeepsOnePixel() throws IOException {
    BufferedImage collage = read(Collage.ofImages(List.of(filled(5000, 3, Color.RED))));
    assertThat(new Color(collage.getRGB(50, 49))).isEqualTo(Color.RED);
  }

  @Test
  void damagedImageLeavesItsCellEmpty() throws IOException {
    byte[] good = RoundTripTest.noise(20, 20, 1);
    byte[] cut = Arrays.copyOf(good, 60);
    byte[] png = Collage.ofPngs(List.of(ImageSource.of(cut), ImageSource.of(new byte[3])));
    assertThat(png).isNotNull();
    assertThat(read(Objects.requireNonNull(png)).getWidth()).isEqualTo(200);
  }

  @Test
  void noImagesGiveNoCollage() throws IOException {
    assertThat(Collage.ofPngs(List.of())).isNull();
    assertThatThrownBy(() -> Collage.ofImages(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static BufferedImage read(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private static BufferedImage filled(int width, int height, Color color) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setColor(color);
    canvas.fillRect(0, 0, width, height);
    canvas.dispose();
    return image;
  }
}
