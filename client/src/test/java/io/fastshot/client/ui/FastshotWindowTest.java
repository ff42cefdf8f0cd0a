package io.fastshot.client.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.display.WindowTest;
import io.fastshot.client.ui.catalog.SessionColumn;
import io.fastshot.client.ui.kit.UiSettings;
import io.fastshot.client.ui.look.Look;
import io.fastshot.client.ui.look.Theme;
import io.fastshot.client.ui.thumbs.PictureIcon;
import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionId;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.swing.JLabel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WindowTest
final class FastshotWindowTest {
  private static final String LOGIN = "Login fails";
  private static final String REPORT = "季度报表";
  private static final String MAP = "Map tiles";

  @TempDir private Path home;
  private final TestCloud cloud = new TestCloud();

  private static SessionFields fields(String name, int images, String day) {
    return new SessionFields(
        name, "About **" + name + "**", List.of("bug"), "red", "draft", images, day + "T11:46:15");
  }

  private SessionId[] threeSessions() throws IOException {
    SessionId[] ids = {
      cloud.put("20250621114615_login", fields(LOGIN, 2, "2025-06-21")),
      cloud.put("20250622114615_report", fields(REPORT, 1, "2025-06-22")),
      cloud.put("20250623114615_map", fields(MAP, 3, "2025-06-23"))
    };
    cloud.index(ids);
    return ids;
  }

  @Test
  void rowsOfTheCacheArePaintedBeforeTheNetworkAnswers() throws Exception {
    threeSessions();
    try (var library = cloud.library(home)) {
      library.refresh();
    }
    cloud.hold();
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      assertThat(window.names()).as("at once").containsExactly(MAP, REPORT, LOGIN);
      assertThat(window.summary()).startsWith("3 sessions, ").contains("checking…");
      cloud.release();
      window.await("the list is up to date", () -> window.summary().contains("as of"));
    }
  }

  @Test
  void searchShowsWhatMatchesAndEscapeShowsAllAgain() throws Exception {
    threeSessions();
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      window.awaitNames(MAP, REPORT, LOGIN);
      window.frame.textBox("search").enterText("login");
      window.awaitNames(LOGIN);
      window.frame.textBox("search").enterText("xyz");
      window.await("it says so", () -> window.text("empty.head").equals("No session matches"));
      window.frame.textBox("search").pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
      window.awaitNames(MAP, REPORT, LOGIN);
    }
  }

  @Test
  void searchIsCompletedFromTheLibraryAndAMistakeIsMarked() throws Exception {
    threeSessions();
    cloud.index(
        cloud.put(
            "20250624114615_ui",
            new SessionFields(
                "Colors", "", List.of("UI work"), "blue", "", 1, "2025-06-24T00:00:00")));
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      window.awaitNames(MAP, REPORT, LOGIN, "Colors");
      var search = window.frame.textBox("search");
      search.enterText("tag:");
      window.await("the tags are offered", () -> window.completions().size() == 2);
      assertThat(window.completions()).containsExactly("tag:bug ", "tag:\"UI work\" ");
      search.pressAndReleaseKeys(KeyEvent.VK_DOWN, KeyEvent.VK_DOWN, KeyEvent.VK_ENTER);
      search.requireText("tag:\"UI work\" ");
      window.awaitNames("Colors");
      search.pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
      window.awaitNames(MAP, REPORT, LOGIN, "Colors");
      search.enterText("colr:red ");
      window.await(
          "the mistake is told",
          () -> window.text("search.mistake").contains("did you mean color:?"));
      assertThat(window.marks()).isEqualTo(1);
      search.deleteText();
      window.await("nothing is wrong", () -> window.text("search.mistake").isEmpty());
      search.enterText("color:blue or images:3");
      window.awaitNames("Colors", MAP);
    }
  }

  @Test
  void selectionStaysWithItsSessionOverARefresh() throws Exception {
    threeSessions();
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      window.awaitNames(MAP, REPORT, LOGIN);
      window.table().selectRows(1);
      assertThat(window.text("preview.title")).isEqualTo(REPORT);
      cloud.index(cloud.put("20250624114615_new", fields("Newest", 1, "2025-06-24")));
      refresh(window);
      window.awaitNames("Newest", MAP, REPORT, LOGIN);
      window.table().requireSelectedRows(2);
      assertThat(window.text("preview.title")).isEqualTo(REPORT);
      assertThat(window.text("preview.description")).isEqualTo("About " + REPORT);
    }
  }

  @Test
  void anIndexThatOthersSpoiledTakesNoRowAwayAndIsSaid() throws Exception {
    SessionId[] ids = threeSessions();
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      window.awaitNames(MAP, REPORT, LOGIN);
      cloud.overwriteIndex("<html><body>502 Bad Gateway</body></html>");
      refresh(window);
      window.await("it says so", () -> window.summary().contains("could not be refreshed"));
      assertThat(window.names()).containsExactly(MAP, REPORT, LOGIN);
      assertThat(window.frame.label("summary").target().getToolTipText())
          .contains("cannot be read", "fastshot rebuild");

      cloud.index(ids[0]);
      refresh(window);
      window.await("it is being made anew", () -> window.summary().contains("not complete yet"));
      assertThat(window.names()).containsExactly(MAP, REPORT, LOGIN);
    }
  }

  @Test
  void thumbnailsAreLoadedForRowsOnTheScreen() throws Exception {
    threeSessions();
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      window.awaitNames(MAP, REPORT, LOGIN);
      window.await("the picture is here", () -> hasPicture(window, 0));
    }
  }

  private static boolean hasPicture(OpenWindow window, int row) {
    return OpenWindow.onEdt(() -> {
      var table = window.table().target();
      JLabel cell = (JLabel) table.prepareRenderer(table.getCellRenderer(row, 0), row, 0);
      return cell.getIcon() instanceof PictureIcon icon && icon.picture().isPresent();
    });
  }

  @Test
  void whatCannotBeReadIsListedWithTheReason() throws Exception {
    SessionId broken = new SessionId("20250630101010_broken");
    cloud.putRaw(broken, "hello".getBytes(StandardCharsets.UTF_8));
    cloud.index(broken);
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      window.awaitNames(broken.filename());
      assertThat(window.column(SessionColumn.STATE)).containsExactly("degraded");
      window.table().selectRows(0);
      assertThat(window.text("preview.problem")).startsWith("This file could not be read: ");
    }
  }

  @Test
  void deletedSessionStaysListedUntilTheIndexDroppedItAndCanBeTakenBack() throws Exception {
    SessionId[] ids = threeSessions();
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      window.awaitNames(MAP, REPORT, LOGIN);
      window.table().selectRows(0);
      window.frame.button("preview.delete").click();
      window.await(
          "it is deleted", () -> window.column(SessionColumn.STATE).getFirst().equals("deleted"));
      assertThat(window.names()).contains(MAP);
      cloud.index(ids[2]);
      window.awaitNames(REPORT, LOGIN);
      window.frame.button("notice.delete.action").click();
      window.await(
          "it is on its way back",
          () -> window.column(SessionColumn.STATE).getFirst().equals("indexing"));
      cloud.index(ids[2]);
      window.await(
          "it is back", () -> window.column(SessionColumn.STATE).getFirst().equals("cloud"));
      assertThat(window.names()).contains(MAP);
    }
  }

  @Test
  void offlineShowsTheLastListAndSaysSo() throws Exception {
    threeSessions();
    try (var library = cloud.library(home)) {
      library.refresh();
    }
    cloud.offline(true);
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      window.await("it says so", () -> window.summary().contains("Offline: showing the list of"));
      assertThat(window.names()).hasSize(3);
      cloud.offline(false);
      window.frame.button("retry").click();
      window.await("it is back", () -> window.summary().contains("as of"));
    }
  }

  @Test
  void offlineWithoutACacheSaysWhatToDo() throws Exception {
    cloud.offline(true);
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      window.await(
          "it says so", () -> window.text("empty.head").equals("The library cannot be reached"));
      window.frame.button("empty.action").requireText("Retry");
    }
  }

  @Test
  void emptyLibrarySaysHowToAdd() throws Exception {
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      window.await("it says so", () -> window.text("empty.head").equals("This library is empty"));
      window.frame.button("empty.action").requireText("Upload…");
    }
  }

  @Test
  void rebuildThatCannotBeAskedIsExplainedInTheQuestion() throws Exception {
    threeSessions();
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      window.awaitNames(MAP, REPORT, LOGIN);
      window.frame.button("rebuildAll").click();
      var dialog = window.frame.dialog("rebuildDialog");
      window.await(
          "it says why",
          () ->
              String.valueOf(dialog.textBox("rebuildPlan").text()).contains("could not be asked"));
      dialog.button("rebuildStart").requireDisabled();
      dialog.button("rebuildCancel").click();
    }
  }

  @Test
  void darkThemeIsKeptAndAppliedAtTheNextStart() throws Exception {
    try (OpenWindow window = OpenWindow.on(cloud, home, Theme.DARK)) {
      window.await("it is dark", Look::isDark);
    }
    assertThat(UiSettings.load(home, java.time.InstantSource.system()).get("theme"))
        .contains("dark");
  }

  private static void refresh(OpenWindow window) {
    window.table().pressAndReleaseKeys(java.awt.event.KeyEvent.VK_F5);
  }
}
