package io.fastshot.client.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.display.WindowTest;
import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.swing.fixture.JPanelFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WindowTest
final class LocalTabTest {
  @TempDir private Path home;
  private final TestCloud cloud = new TestCloud();

  @BeforeEach
  void sessions() throws Exception {
    write("20250621114615_login", "Login");
    write("20250622114615_map", "地图");
  }

  private Path write(String base, String name) throws Exception {
    SessionFields fields =
        new SessionFields(name, "", List.of("bug"), "red", "", 2, "2025-06-23T11:46:15");
    Path folder = Files.createDirectories(home.resolve("sessions"));
    SessionId id = new SessionId(base);
    return Files.write(folder.resolve(id.filename()), TestCloud.session(id, fields));
  }

  private static JPanelFixture local(OpenWindow window) {
    window.frame.tabbedPane("tabs").selectTab("Local Sessions");
    return window.frame.panel("tab.local");
  }

  private static List<String> names(JPanelFixture tab) {
    String[][] cells = tab.table("sessions").contents();
    return java.util.Arrays.stream(cells).map(row -> row[1]).toList();
  }

  @Test
  void sessionsOfTheFolderAreListedOpenedAndUploaded() throws Exception {
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      window.frame.menuItem("item.Upload to the Library").requireDisabled();
      JPanelFixture tab = local(window);
      window.await("both are listed", () -> names(tab).size() == 2);
      assertThat(names(tab)).containsExactlyInAnyOrder("Login", "地图");
      int preview = tab.panel("preview").target().getWidth();
      assertThat(preview).as("room for its three buttons").isBetween(330, 360);
      assertThat(tab.label("local.summary").text()).startsWith("2 sessions, ");
      tab.table("sessions").selectRows(0);
      window.frame.menuItem("item.Open").click();
      window.await(
          "its first image is shown", () -> window.viewerText("position").contains("1 of 2"));
      window.viewer().close();
      tab.table("sessions").selectRows(0, 1);
      window.frame.menuItem("item.Copy Links").requireDisabled();
      window.frame.menuItem("item.Upload to the Library").click();
      window.await(
          "both are in the bucket",
          () -> cloud.store.list("sessions/", null).objects().size() == 2);
      window.frame.tabbedPane("tabs").requireSelectedTab(org.assertj.swing.data.Index.atIndex(0));
    }
  }

  @Test
  void aFileThatComesIsSeenAndABrokenOneSaysWhy() throws Exception {
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      JPanelFixture tab = local(window);
      window.await("both are listed", () -> names(tab).size() == 2);
      Files.writeString(home.resolve("sessions/20250624114615_bad.fastshot"), "no session");
      window.await("the new one is listed", () -> names(tab).size() == 3);
      tab.table("sessions").selectRows(names(tab).indexOf("20250624114615_bad.fastshot"));
      assertThat(tab.textBox("preview.problem").text()).startsWith("This file could not be read: ");
    }
  }
}
