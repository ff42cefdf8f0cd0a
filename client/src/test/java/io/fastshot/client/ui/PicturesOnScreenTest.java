package io.fastshot.client.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.display.WindowTest;
import io.fastshot.container.FastshotCodec;
import io.fastshot.container.Format;
import io.fastshot.container.ImageSource;
import io.fastshot.container.SessionFile;
import io.fastshot.container.SessionWindow;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.fixtures.Fixtures;
import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionId;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.swing.Icon;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A picture has the same colors wherever it is shown. */
@WindowTest
final class PicturesOnScreenTest {
  private static final SessionId ID = new SessionId("20250623114615_gray");
  private static final int GRAY_96 = 0xFF606060;

  @TempDir private Path home;
  private final TestCloud cloud = new TestCloud();

  private static byte[] session(byte[] png) throws IOException {
    SessionFields fields =
        new SessionFields("Gray", "", List.of(), "red", "", 1, "2025-06-23T11:46:15");
    SessionWindow window = SessionWindow.plain(0, 640, 400, ImageSource.of(png));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new FastshotCodec(XorMask.none())
        .write(new SessionFile(fields, ID.filename(), List.of(window)), Format.CURRENT, out);
    return out.toByteArray();
  }

  @Test
  void gray96IsGray96InTableAndPreviewAndViewer() throws Exception {
    byte[] png = Files.readAllBytes(Fixtures.field("grayalpha8_96.png"));
    cloud.putRaw(ID, session(png));
    cloud.index(ID);
    cloud.replaceThumbnail(ID, png);
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      window.awaitNames("Gray");
      window.await("the table shows it", () -> middle(thumbnail(window)) == GRAY_96);
      window.table().selectRows(0);
      window.await("the preview shows it", () -> middle(preview(window)) == GRAY_96);
      window.table().pressAndReleaseKeys(KeyEvent.VK_ENTER);
      window.await(
          "the viewer has it",
          () ->
              window.viewerText("position").contains("1 of 1")
                  && window.viewerPicture().equals("Image 1 of Gray"));
      Component canvas =
          window.frame.robot().finder().findByName(window.viewer().target(), "viewer.picture");
      assertThat(OpenWindow.onEdt(() -> middle(painted(canvas)))).isEqualTo(GRAY_96);
    }
  }

  @Test
  void viewerHasTheIconOfTheProgramAndTellsItsZoomOnce() throws Exception {
    cloud.putRaw(ID, session(TestPictures.png(640, 400, 1)));
    cloud.index(ID);
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      window.awaitNames("Gray");
      window.table().selectRows(0);
      window.table().pressAndReleaseKeys(KeyEvent.VK_ENTER);
      window.await("it is open", () -> window.viewerText("zoom").equals("100 %"));
      JFrame viewer = (JFrame) window.viewer().target();
      JFrame main = (JFrame) window.frame.target();
      List<Image> icons = viewer.getIconImages();
      assertThat(icons).hasSameSizeAs(main.getIconImages()).isNotEmpty();
      assertThat(window.viewer().toggleButton("full").text()).isEqualTo("Actual Size");
    }
  }

  private static BufferedImage thumbnail(OpenWindow window) {
    return OpenWindow.onEdt(() -> {
      JTable table = window.table().target();
      JLabel cell = (JLabel) table.prepareRenderer(table.getCellRenderer(0, 0), 0, 0);
      return painted(Objects.requireNonNull(cell.getIcon()));
    });
  }

  private static BufferedImage preview(OpenWindow window) {
    return OpenWindow.onEdt(() -> {
      JLabel label =
          window
              .frame
              .robot()
              .finder()
              .findByName(window.frame.target(), "preview.picture", JLabel.class, false);
      Icon icon = label.getIcon();
      return icon == null ? new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB) : painted(icon);
    });
  }

  private static BufferedImage painted(Icon icon) {
    BufferedImage image =
        new BufferedImage(icon.getIconWidth(), icon.getIconHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    icon.paintIcon(null, g, 0, 0);
    g.dispose();
    return image;
  }

  private static BufferedImage painted(Component component) {
    BufferedImage image =
        new BufferedImage(component.getWidth(), component.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    component.paint(g);
    g.dispose();
    return image;
  }

  private static int middle(BufferedImage image) {
    return image.getRGB(image.getWidth() / 2, image.getHeight() / 2);
  }
}
