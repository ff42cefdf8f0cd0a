package io.fastshot.client.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.data.Library;
import io.fastshot.client.data.connection.Credentials;
import io.fastshot.client.data.connection.LibrarySettings;
import io.fastshot.client.display.WindowTest;
import io.fastshot.client.ui.FastshotWindow;
import io.fastshot.client.ui.kit.UiSettings;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import javax.swing.JTable;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.json.JsonMapper;

/**
 * A library from the first put to the offline start: sessions come by a plain S3 client, and a real
 * window shows them, reading no session file.
 */
@WindowTest
final class EndToEndTest {
  private static final int SESSIONS = 37;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path home;
  private Robot robot;

  @BeforeEach
  void takeTheScreen() {
    robot = BasicRobot.robotWithNewAwtHierarchy();
  }

  @AfterEach
  void leaveTheScreen() {
    robot.cleanUp();
  }

  @Test
  void aWindowShowsWhatAnyS3ClientPuts() throws Exception {
    LibrarySettings settings;
    try (ServeProcess serve = ServeProcess.start(home, home.resolve("data"), 0);
        S3Client s3 = serve.s3();
        RequestLog wire = new RequestLog(serve.endpoint())) {
      for (int i = 0; i < SESSIONS; i++) {
        put(serve, s3, i);
      }
      assertThat(serve.differencesWithin(PATIENCE)).isEmpty();

      settings = settings(serve, wire);
      try (Library library = Library.open(settings, home, InstantSource.system())) {
        FastshotWindow window = FastshotWindow.open(library, uiSettings());
        FrameFixture frame = WindowFinder.findFrame("fastshot").using(robot);
        showsTheSessions(frame, wire);
        aSecondClientListsThemToo(serve);

        put(serve, s3, SESSIONS);
        s3.deleteObject(r -> r.bucket(serve.bucket()).key(key(0)));
        eventually(() -> names(frame), names(1, SESSIONS + 1));
        assertThat(wire.requestsOf("/sessions/")).isEmpty();
        window.close();
        window.awaitClosed();
      }
    }
    anOfflineStartShowsTheCachedRows(settings);
  }

  private void showsTheSessions(FrameFixture frame, RequestLog wire) throws Exception {
    eventually(() -> names(frame), names(0, SESSIONS));
    eventually(() -> wire.requestsOf("/thumbnails/").isEmpty(), false);
    eventually(() -> showsItsPicture(frame, 0), true);
    assertThat(wire.requestsOf("/sessions/")).as("session files read to show the list").isEmpty();
    assertThat(wire.requestsOf("overall_meta.json")).hasSizeLessThanOrEqualTo(2);
  }

  private void aSecondClientListsThemToo(ServeProcess serve) throws Exception {
    ProcessBuilder second =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "io.fastshot.client.Main",
            "ls",
            "--json",
            "--home",
            home.toString(),
            "--endpoint-url",
            serve.endpoint().toString(),
            "--bucket",
            serve.bucket(),
            "--region",
            serve.region());
    second.environment().put("AWS_ACCESS_KEY_ID", serve.accessKey());
    second.environment().put("AWS_SECRET_ACCESS_KEY", serve.secretKey());
    Process process = second.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(JsonMapper.shared().readTree(out).size()).isEqualTo(SESSIONS);
    }
    assertThat(process.waitFor()).isZero();
  }

  private void anOfflineStartShowsTheCachedRows(LibrarySettings settings) throws Exception {
    try (Library library = Library.open(settings, home, InstantSource.system())) {
      FastshotWindow window = FastshotWindow.open(library, uiSettings());
      FrameFixture frame = WindowFinder.findFrame("fastshot").using(robot);
      assertThat(names(frame)).isEqualTo(names(1, SESSIONS + 1));
      eventually(() -> frame.label("summary").text().contains("Offline"), true);
      assertThat(names(frame)).isEqualTo(names(1, SESSIONS + 1));
      window.close();
      window.awaitClosed();
    }
  }

  private static LibrarySettings settings(ServeProcess serve, RequestLog wire) {
    return new LibrarySettings(
        "end to end",
        "end-to-end",
        wire.endpoint(),
        serve.region(),
        serve.bucket(),
        "",
        null,
        new Credentials(serve.accessKey(), serve.secretKey()),
        LibrarySettings.DEFAULT_REBUILD_FUNCTION,
        Sessions.LEGACY_KEY);
  }

  private UiSettings uiSettings() {
    return UiSettings.load(home, InstantSource.system());
  }

  private static void put(ServeProcess serve, S3Client s3, int number) {
    byte[] bytes = Sessions.small(name(number), number % 2);
    s3.putObject(r -> r.bucket(serve.bucket()).key(key(number)), RequestBody.fromBytes(bytes));
  }

  private static String key(int number) {
    return "sessions/202506211146%02d_会议 a+b %%.fastshot".formatted(number);
  }

  private static String name(int number) {
    return "会议 session " + number;
  }

  private static Set<String> names(int from, int to) {
    Set<String> names = new TreeSet<>();
    for (int i = from; i < to; i++) {
      names.add(name(i));
    }
    return names;
  }

  /** Also while it is empty, and a message is shown in its place. */
  private static JTable table(FrameFixture frame) {
    return frame.robot().finder().findByName(frame.target(), "sessions", JTable.class, false);
  }

  private static Set<String> names(FrameFixture frame) {
    JTable table = table(frame);
    return GuiActionRunner.execute(() -> {
      Set<String> names = new TreeSet<>();
      for (int row = 0; row < table.getRowCount(); row++) {
        names.add(String.valueOf(table.getModel().getValueAt(row, 1)));
      }
      return names;
    });
  }

  /**
   * Whether the first cell of a row shows the colour with which its session's picture is filled.
   */
  private static boolean showsItsPicture(FrameFixture frame, int row) {
    JTable table = table(frame);
    return GuiActionRunner.execute(() -> {
      String name = String.valueOf(table.getModel().getValueAt(row, 1));
      Color expected = new Color(name.hashCode() & 0xFFFFFF);
      Rectangle cell = table.getCellRect(row, 0, false);
      BufferedImage picture =
          new BufferedImage(table.getWidth(), cell.y + cell.height, BufferedImage.TYPE_INT_RGB);
      table.paint(picture.getGraphics());
      for (int x = cell.x; x < cell.x + cell.width; x++) {
        Color seen = new Color(picture.getRGB(x, cell.y + cell.height / 2));
        if (distance(seen, expected) < 12) {
          return true;
        }
      }
      return false;
    });
  }

  private static int distance(Color a, Color b) {
    return Math.abs(a.getRed() - b.getRed())
        + Math.abs(a.getGreen() - b.getGreen())
        + Math.abs(a.getBlue() - b.getBlue());
  }

  private static <T> void eventually(Callable<T> value, T expected) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!expected.equals(value.call()) && System.nanoTime() < end) {
      Thread.sleep(100);
    }
    assertThat(value.call()).isEqualTo(expected);
  }
}
