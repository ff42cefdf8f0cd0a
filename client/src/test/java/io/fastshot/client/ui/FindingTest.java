package io.fastshot.client.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.display.WindowTest;
import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionId;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WindowTest
final class FindingTest {
  @TempDir private Path home;
  private final TestCloud cloud = new TestCloud();

  @BeforeEach
  void sessions() throws Exception {
    cloud.index(
        put("Login", "red", "2024-06-21", "bug", "UI work"),
        put("Report", "red", "2025-06-22", "bug", "季度"),
        put("Map", "blue", "2025-02-23", "UI work"));
  }

  private SessionId put(String name, String color, String day, String... tags) throws Exception {
    return cloud.put(
        day.replace("-", "") + "114615_" + name,
        new SessionFields(name, "", List.of(tags), color, "", 1, day + "T11:46:15"));
  }

  @Test
  void aClickAddsAPartToTheSearchAndAgainTakesItAway() throws Exception {
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      window.awaitFacets("tag", " UI work 2", " bug 2", " 季度 1");
      window.awaitFacets("created", " 2025 2", " 2024 1");
      window.frame.list("facet.tag").clickItem("UI work");
      window.frame.textBox("search").requireText("tag:\"UI work\"");
      window.awaitNames("Login", "Map");
      window.awaitFacets("tag", "+UI work 2", " bug 1");
      window.awaitFacets("color", " blue 1", " red 1");
      window.frame.list("facet.created").clickItem("2025");
      window.awaitNames("Map");
      window.awaitFacets("created", "+2025 1", " 2025-02 1");
      window.frame.list("facet.tag").clickItem("UI work");
      window.frame.textBox("search").requireText("created:2025");
      window.awaitNames("Report", "Map");
      window.frame.textBox("search").deleteText().enterText("tag:季度");
      window.awaitFacets("tag", "+季度 1", " bug 1");
    }
  }

  @Test
  void theKeyboardChoosesAndExcludes() throws Exception {
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      window.awaitFacets("tag", " UI work 2", " bug 2", " 季度 1");
      var tags = window.frame.list("facet.tag").focus();
      tags.pressAndReleaseKeys(KeyEvent.VK_DOWN, KeyEvent.VK_DOWN);
      tags.pressKey(KeyEvent.VK_CONTROL);
      tags.pressAndReleaseKeys(KeyEvent.VK_SPACE);
      tags.releaseKey(KeyEvent.VK_CONTROL);
      window.frame.textBox("search").requireText("-tag:bug");
      window.awaitNames("Map");
      window.awaitFacets("tag", "-bug 0", " UI work 1");
      tags.pressAndReleaseKeys(KeyEvent.VK_SPACE);
      window.awaitFacets("tag", " UI work 2", " bug 2", " 季度 1");
    }
  }

  @Test
  void aSearchIsSavedUsedRenamedAndDeleted() throws Exception {
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      window.awaitNames("Login", "Report", "Map");
      window.frame.textBox("saved.name").requireDisabled();
      window.frame.textBox("search").enterText("tag:\"UI work\" color:red");
      window.awaitNames("Login");
      window.frame.textBox("saved.name").enterText("Red = 红色\n");
      window.frame.list("saved").requireItemCount(1);
      window.frame.textBox("search").deleteText();
      window.awaitNames("Login", "Report", "Map");
    }
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      window.awaitNames("Login", "Report", "Map");
      window.frame.list("saved").clickItem("Red = 红色");
      window.frame.textBox("search").requireText("tag:\"UI work\" color:red");
      window.awaitNames("Login");
      window.frame.list("saved").pressAndReleaseKeys(KeyEvent.VK_F2);
      window.frame.textBox("saved.name").requireText("Red = 红色").deleteText().enterText("Red\n");
      assertThat(window.frame.list("saved").contents()).containsExactly("Red");
      window.frame.list("saved").pressAndReleaseKeys(KeyEvent.VK_DELETE);
      window.frame.list("saved").requireItemCount(0);
    }
  }

  @Test
  void columnsAreHiddenAndShownAgainAndStaySo() throws Exception {
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      window.awaitNames("Login", "Report", "Map");
      window.table().tableHeader().showPopupMenuAt(1);
      window.frame.menuItem("column.NAME").requireDisabled();
      window.frame.menuItem("column.COLOR").click();
      assertThat(window.headers())
          .containsExactly(
              "Thumbnail",
              "Name",
              "Description",
              "Tags",
              "Class",
              "Images",
              "Size",
              "Created",
              "State");
    }
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      window.awaitNames("Login", "Report", "Map");
      assertThat(window.headers()).hasSize(9).doesNotContain("Color");
      window.table().tableHeader().showPopupMenuAt(1);
      window.frame.menuItem("column.COLOR").click();
      assertThat(window.headers())
          .startsWith("Thumbnail", "Name", "Description", "Tags", "Color", "Class");
    }
  }

  @Test
  void aShiftClickSortsByOneMoreColumnAndTheOrderStays() throws Exception {
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      window.awaitNames("Login", "Report", "Map");
      window.table().tableHeader().clickColumn("Color");
      window.await("by color", () -> window.names().getFirst().equals("Map"));
      window.table().pressKey(KeyEvent.VK_SHIFT);
      window.table().tableHeader().clickColumn("Name");
      window.table().releaseKey(KeyEvent.VK_SHIFT);
      window.await(
          "by name within a color", () -> window.names().equals(List.of("Map", "Login", "Report")));
      assertThat(window.headers()).contains("Color, sort column 1", "Name, sort column 2", "Size");
    }
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      window.await(
          "the order is kept", () -> window.names().equals(List.of("Map", "Login", "Report")));
    }
  }

  @Test
  void thePanelCanBeHiddenAndStaysSo() throws Exception {
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      window.awaitFacets("color", " red 2", " blue 1");
      window.table().pressAndReleaseKeys(KeyEvent.VK_F9);
      window.await("it is hidden", () -> !window.isShown("facets"));
    }
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      window.awaitNames("Login", "Report", "Map");
      assertThat(window.isShown("facets")).isFalse();
      window.table().pressAndReleaseKeys(KeyEvent.VK_F9);
      window.awaitFacets("color", " red 2", " blue 1");
    }
  }
}
