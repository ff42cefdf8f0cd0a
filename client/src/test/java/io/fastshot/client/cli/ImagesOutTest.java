package io.fastshot.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.container.FastshotCodec;
import io.fastshot.container.Format;
import io.fastshot.container.ImageSource;
import io.fastshot.container.SessionFile;
import io.fastshot.container.SessionWindow;
import io.fastshot.container.WindowInfo;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.fixtures.Fixtures;
import io.fastshot.model.SessionFields;
import io.fastshot.pictures.Pngs;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Where {@code images} puts its files, and what it says when there is none to put. */
class ImagesOutTest {
  private static final byte[] BROKEN = {1, 2, 3};

  @TempDir Path home;
  private Path out = Path.of("");
  private Terminal terminal = new Terminal(Path.of(""));

  @BeforeEach
  void terminal() {
    terminal = new Terminal(home);
    out = home.resolve("out");
  }

  private static byte[] png(int color) throws IOException {
    BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
    image.setRGB(1, 1, color);
    return Pngs.encode(image);
  }

  /** A session file in a folder of its own. */
  private String session(String filename, List<SessionWindow> windows) throws IOException {
    SessionFields fields =
        new SessionFields(
            "n", "", List.of(), "blue", "", windows.size(), "2026-01-02T03:04:05.000001");
    Path file = Files.createTempDirectory(home, "s").resolve(filename);
    try (OutputStream to = Files.newOutputStream(file)) {
      new FastshotCodec(XorMask.none())
          .write(new SessionFile(fields, filename, windows), Format.CURRENT, to);
    }
    return file.toString();
  }

  private static SessionWindow window(byte[] png) {
    return SessionWindow.plain(0, 3, 2, ImageSource.of(png));
  }

  private int images(String session) {
    return terminal.run("images", session, "-o", out.toString());
  }

  private List<String> written() throws IOException {
    try (Stream<Path> files = Files.list(out)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void sessionsWhoseNamesBecomeTheSameAreNotMixed() throws IOException {
    String first = session("a:b.fastshot", List.of(window(png(1)), window(png(2))));
    String second =
        session("a\\b.fastshot", List.of(window(png(1)), window(png(9)), window(png(3))));
    assertThat(images(first)).as(terminal.err()).isZero();
    assertThat(images(second)).isEqualTo(ExitCode.FAILED);
    assertThat(terminal.err()).contains("a_b_02.png is there already and is another file");
    assertThat(terminal.out()).isEmpty();
    assertThat(written()).containsExactly("a_b_01.png", "a_b_02.png");
    assertThat(out.resolve("a_b_02.png")).hasBinaryContent(png(2));
  }

  @Test
  void theSameImagesAgainAreNoFailure() throws IOException {
    String session = session("a.fastshot", List.of(window(png(1)), window(png(2))));
    assertThat(images(session)).isZero();
    Files.delete(out.resolve("a_02.png"));
    assertThat(images(session)).as(terminal.err()).isZero();
    assertThat(terminal.out().lines()).hasSize(2);
    assertThat(written()).containsExactly("a_01.png", "a_02.png");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "only administrators make links")
  void linksAreNotFollowed() throws IOException {
    Files.createDirectories(out);
    Path precious = home.resolve("precious");
    Files.createSymbolicLink(out.resolve("a_01.png"), precious);
    assertThat(images(session("a.fastshot", List.of(window(png(1)))))).isEqualTo(ExitCode.FAILED);
    assertThat(precious).doesNotExist();
    Files.write(precious, png(1));
    assertThat(images(session("a.fastshot", List.of(window(png(1)))))).isEqualTo(ExitCode.FAILED);
    assertThat(terminal.err()).contains("nothing was replaced");
  }

  @Test
  void manyImagesSortAsTheyAre() throws IOException {
    byte[] png = png(1);
    assertThat(images(session("a.fastshot", Collections.nCopies(101, window(png))))).isZero();
    List<String> printed =
        terminal.out().lines().map(line -> Path.of(line).getFileName().toString()).toList();
    assertThat(printed).hasSize(101).isSorted().startsWith("a_001.png").endsWith("a_101.png");
    assertThat(written()).isEqualTo(printed);
  }

  @Test
  void whichImageCannotBeReadIsSaid() throws IOException {
    List<SessionWindow> windows = new ArrayList<>();
    windows.add(window(png(1)));
    windows.add(window(Arrays.copyOf(png(2), 45)));
    windows.add(window(BROKEN));
    assertThat(images(session("a.fastshot", windows))).isEqualTo(ExitCode.FAILED);
    assertThat(terminal.err())
        .contains("a: image 2 ends in the middle")
        .contains("a: image 3 is not a PNG");
    assertThat(written()).containsExactly("a_01.png");
  }

  @Test
  void sessionWithoutImagesFails() throws IOException {
    assertThat(images(session("a.fastshot", List.of()))).isEqualTo(ExitCode.FAILED);
    assertThat(terminal.err()).contains("a: it holds no images");
    assertThat(terminal.out()).isEmpty();
  }

  @Test
  void anotherFormIsWrittenAndSaidWhereTheBestCannotBeRead() throws IOException {
    SessionWindow window =
        new SessionWindow(
            WindowInfo.plain(0, 3, 2),
            ImageSource.of(png(1)),
            ImageSource.of(png(2)),
            ImageSource.of(BROKEN));
    assertThat(images(session("a.fastshot", List.of(window)))).isEqualTo(ExitCode.FAILED);
    assertThat(terminal.err()).contains("the best form of image 1 is not a PNG");
    assertThat(out.resolve("a_01.png")).hasBinaryContent(png(2));
  }

  /** As {@code <>:"|?*} on Windows; no system has a file of this name. */
  @Test
  void nameThatNoFileCanHaveIsTakenForASession() {
    assertThat(terminal.run("images", "a\0b", "-o", out.toString())).isNotZero();
    assertThat(terminal.err()).doesNotContain("Exception");
  }

  /** Not those of a temporary file, which only its owner may read. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whoMayReadTheFilesIsLeftToTheUmask() throws IOException {
    Path plain = Files.createFile(home.resolve("plain"));
    Path made = home.resolve("made.fastshot");
    String picture = Fixtures.field("rgb8_96.png").toString();
    assertThat(terminal.run("new", picture, "--name", "n", "-o", made.toString())).isZero();
    assertThat(images(made.toString())).isZero();
    assertThat(List.of(made, out.resolve("made_01.png")))
        .allSatisfy(file ->
            assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(Files.getPosixFilePermissions(plain)));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "only administrators make links")
  void newDoesNotFollowLinksEither() throws IOException {
    Path link = Files.createSymbolicLink(home.resolve("x.fastshot"), home.resolve("precious"));
    String picture = Fixtures.field("rgb8_96.png").toString();
    assertThat(terminal.run("new", picture, "--name", "n", "-o", link.toString()))
        .isEqualTo(ExitCode.FAILED);
    assertThat(home.resolve("precious")).doesNotExist();
  }
}
