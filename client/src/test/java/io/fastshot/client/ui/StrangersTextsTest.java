package io.fastshot.client.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.fastshot.client.display.WindowTest;
import io.fastshot.client.text.PlainText;
import io.fastshot.client.ui.catalog.SessionColumn;
import io.fastshot.container.FastshotCodec;
import io.fastshot.container.bytes.ByteSource;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.container.read.SessionReading;
import io.fastshot.fixtures.Fixtures;
import io.fastshot.model.SessionFields;
import java.awt.Component;
import java.awt.Container;
import java.awt.Rectangle;
import java.awt.Window;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.JToolTip;
import javax.swing.text.View;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stranger's session on the screen: nothing that it says is fetched, or turns other texts. */
@WindowTest
final class StrangersTextsTest {
  @TempDir private Path home;
  private final TestCloud cloud = new TestCloud();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  StrangersTextsTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.add(exchange.getRequestURI().getPath());
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  /** The session of the field, its addresses those of the server that counts. */
  private SessionFields html() throws IOException {
    SessionFields of =
        ((SessionReading.Readable)
                new FastshotCodec(XorMask.none())
                    .inspect(ByteSource.of(Fixtures.field("20991231235959_html.fastshot"))))
            .fields();
    return new SessionFields(
        here(of.name()),
        here(of.desc()),
        of.tags().stream().map(this::here).toList(),
        here(of.color()),
        here(of.sessionClass()),
        1,
        of.createdAt());
  }

  private String here(String text) {
    return text.replace("127.0.0.1:9797", "127.0.0.1:" + server.getAddress().getPort());
  }

  @Test
  void noTextOfASessionIsReadAsHtml() throws Exception {
    SessionFields html = html();
    assertThat(html.color()).contains("<html><img src=http://127.0.0.1:");
    cloud.index(cloud.put("20991231235959_html", html));
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      window.awaitNames(html.name());
      window.table().selectRows(0);
      for (SessionColumn column : SessionColumn.all()) {
        hover(window, column);
      }
      window.table().pressAndReleaseKeys(java.awt.event.KeyEvent.VK_DELETE);
      window.await("it is said", () -> window.text("notice.delete").startsWith("“<html>"));
      assertThat(OpenWindow.onEdt(StrangersTextsTest::pages)).isEmpty();
      // What is asked for when a text is read as HTML comes after all that was asked for before.
      OpenWindow.onEdt(() -> {
        JFrame frame = (JFrame) window.frame.target();
        frame.getGlassPane().setVisible(true);
        ((Container) frame.getGlassPane())
            .add(new JLabel(here("<html><img src=http://127.0.0.1:9797/last>")));
        frame.validate();
        return true;
      });
      window.await("the server is asked", () -> requests.contains("/last"));
      assertThat(requests).containsOnly("/last");
    }
  }

  private static void hover(OpenWindow window, SessionColumn column) {
    JTable table = window.table().target();
    Rectangle cell =
        OpenWindow.onEdt(() -> {
          Rectangle at = table.getCellRect(0, column.index(), true);
          table.scrollRectToVisible(at);
          return at;
        });
    boolean speaks =
        column == SessionColumn.COLOR
            || column == SessionColumn.TAGS
            || column == SessionColumn.STATE;
    window.frame.robot().moveMouse(table, cell.x + cell.width / 2, cell.y + cell.height / 2);
    if (speaks) {
      window.await(
          "the tooltip of " + column,
          () -> OpenWindow.onEdt(() -> showing().stream().anyMatch(JToolTip.class::isInstance)));
      assertThat(OpenWindow.onEdt(StrangersTextsTest::pages)).as("%s", column).isEmpty();
    }
    window.frame.robot().moveMouse(table, table.getWidth() / 2, table.getHeight() - 5);
    window.await(
        "no tooltip",
        () -> OpenWindow.onEdt(() -> showing().stream().noneMatch(JToolTip.class::isInstance)));
  }

  private static List<Component> showing() {
    List<Component> all = new ArrayList<>();
    for (Window window : Window.getWindows()) {
      add(window, all);
    }
    return all.stream().filter(Component::isShowing).toList();
  }

  private static void add(Component component, List<Component> all) {
    all.add(component);
    if (component instanceof Container container) {
      for (Component child : container.getComponents()) {
        add(child, all);
      }
    }
  }

  /** The components that show a page with a picture. */
  private static List<String> pages() {
    return showing().stream()
        .filter(c ->
            c instanceof JComponent component
                && component.getClientProperty("html") instanceof View view
                && hasPicture(view))
        .map(Component::toString)
        .toList();
  }

  private static boolean hasPicture(View view) {
    boolean found = view.getClass().getSimpleName().equals("ImageView");
    for (int i = 0; i < view.getViewCount() && !found; i++) {
      found = hasPicture(view.getView(i));
    }
    return found;
  }

  @Test
  void noMarkOfANameTurnsTheNotice() throws Exception {
    SessionFields turned =
        ((SessionReading.Readable)
                new FastshotCodec(XorMask.none())
                    .inspect(ByteSource.of(Fixtures.field("rtlo_name.fastshot"))))
            .fields();
    assertThat(turned.name()).contains("\u202E");
    cloud.index(
        cloud.put(
            "20250101000000_rtlo",
            new SessionFields(
                turned.name(), "", List.of("\u202Etag"), "blue", "", 1, turned.createdAt())));
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      window.awaitNames(PlainText.oneLine(turned.name()));
      window.table().selectRows(0);
      window.table().pressAndReleaseKeys(java.awt.event.KeyEvent.VK_DELETE);
      window.await(
          "the notice", () -> window.text("notice.delete").endsWith("moved to Recently deleted."));
      assertThat(window.text("notice.delete")).doesNotContain("\u202E");
      assertThat(window.text("preview.title")).doesNotContain("\u202E");
    }
  }
}
