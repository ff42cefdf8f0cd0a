package io.fastshot.client.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.display.WindowTest;
import io.fastshot.client.ui.catalog.SessionColumn;
import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionId;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.swing.JTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tab Transfers of a real window, over a cloud whose requests can be held. */
@WindowTest
final class TransfersTabTest {
  private static final int STATE = 6;

  @TempDir private Path home;
  private final TestCloud cloud = new TestCloud();

  @AfterEach
  void letGo() {
    cloud.release();
  }

  private Path file(String base) throws IOException {
    SessionId id = new SessionId(base);
    SessionFields fields =
        new SessionFields(base, "", List.of(), "red", "", 1, "2025-06-23T11:46:15");
    return Files.write(home.resolve(id.filename()), TestCloud.session(id, fields));
  }

  private OpenWindow opened() throws InterruptedException {
    OpenWindow window = OpenWindow.on(cloud, home);
    window.await("the list was asked for", () -> cloud.requests() > 0);
    window.frame.tabbedPane("tabs").selectTab(1);
    return window;
  }

  private static List<String> states(OpenWindow window) {
    return OpenWindow.onEdt(() -> {
      JTable table =
          window
              .frame
              .robot()
              .finder()
              .findByName(window.frame.target(), "transfers", JTable.class, false);
      return IntStream.range(0, table.getRowCount())
          .mapToObj(row -> String.valueOf(table.getModel().getValueAt(row, STATE)))
          .map(text -> text.split(":", 2)[0])
          .toList();
    });
  }

  private static void awaitStates(OpenWindow window, String... states) {
    window.await("states are " + List.of(states), () -> states(window).equals(List.of(states)));
  }

  private static String tab(OpenWindow window) {
    return OpenWindow.onEdt(() -> window.frame.tabbedPane("tabs").target().getTitleAt(1));
  }

  @Test
  void uploadsArePausedResumedAndClearedAndStandOnTheTab() throws Exception {
    try (OpenWindow window = opened()) {
      assertThat(window.text("empty.head")).isEqualTo("Nothing is being transferred");
      cloud.hold();
      for (String name : List.of("a", "b", "c", "d")) {
        WindowActionsTest.drop(window, file(name));
      }
      awaitStates(window, "uploading", "uploading", "uploading", "queued");
      assertThat(tab(window)).isEqualTo("Transfers (4)");
      assertThat(window.text("transfers.totals")).startsWith("1 queued, 3 running · ");
      window.frame.button("transfers.Pause All").click();
      awaitStates(window, "paused", "paused", "paused", "paused");
      cloud.release();
      window.frame.button("transfers.Resume All").click();
      awaitStates(window, "done", "done", "done", "done");
      assertThat(tab(window)).isEqualTo("Transfers");
      window.frame.button("transfers.Clear Done").click();
      window.await(
          "it says that there is nothing",
          () -> window.text("empty.head").equals("Nothing is being transferred"));
      assertThat(cloud.store.list("sessions/", null).objects()).hasSize(4);
    }
  }

  @Test
  void whatIsLeftGoesOnInTheNextWindowWithoutAQuestion() throws Exception {
    Path file = file("a");
    try (OpenWindow window = opened()) {
      cloud.hold();
      WindowActionsTest.drop(window, file);
      awaitStates(window, "uploading");
    }
    cloud.release();
    try (OpenWindow window = opened()) {
      awaitStates(window, "done");
    }
    assertThat(cloud.store.list("sessions/", null).objects()).hasSize(1);
  }

  @Test
  void aTakenNameOffersAnotherAndTheFileStays() throws Exception {
    cloud.putRaw(new SessionId("a"), new byte[] {1});
    Path file = file("a");
    try (OpenWindow window = opened()) {
      WindowActionsTest.drop(window, file);
      awaitStates(window, "failed");
      assertThat(tab(window)).isEqualTo("Transfers (1)");
      window.frame.button("notice.upload a.fastshot.action").requireText("Upload as “a (2)”");
      window.frame.button("notice.upload a.fastshot.action").click();
      awaitStates(window, "done");
    }
    assertThat(cloud.store.head("sessions/a (2).fastshot")).isPresent();
    assertThat(file).exists();
  }

  @Test
  void deleteGivesUpTheSelectedAndKeysMoveAndPauseThem() throws Exception {
    try (OpenWindow window = opened()) {
      cloud.hold();
      for (String name : List.of("a", "b", "c", "d", "e")) {
        WindowActionsTest.drop(window, file(name));
      }
      awaitStates(window, "uploading", "uploading", "uploading", "queued", "queued");
      var table = window.frame.table("transfers");
      table.selectRows(4);
      table.pressKey(KeyEvent.VK_ALT).pressAndReleaseKeys(KeyEvent.VK_UP);
      table.releaseKey(KeyEvent.VK_ALT);
      window.await("e runs before d", () -> table.contents()[3][1].equals("e.fastshot"));
      table.selectRows(0, 1, 2, 3, 4);
      table.pressAndReleaseKeys(KeyEvent.VK_DELETE);
      awaitStates(window);
      assertThat(window.column(SessionColumn.NAME)).isEmpty();
    }
    assertThat(cloud.store.list("sessions/", null).objects()).isEmpty();
  }
}
