package io.fastshot.client.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.display.WindowTest;
import io.fastshot.client.ui.catalog.SessionColumn;
import io.fastshot.client.ui.kit.UiSettings;
import io.fastshot.client.ui.look.Look;
import io.fastshot.model.SessionFields;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.assertj.swing.fixture.JPanelFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WindowTest
final class SettingsTabTest {
  @TempDir private Path home;
  private final TestCloud cloud = new TestCloud();

  @BeforeEach
  void session() throws Exception {
    cloud.index(
        cloud.put(
            "20250623114615_map",
            new SessionFields("Map", "", List.of(), "red", "", 1, "2025-06-23T11:46:15")));
  }

  private static JPanelFixture settings(OpenWindow window) {
    window.frame.tabbedPane("tabs").selectTab("Settings");
    return window.frame.panel("tab.settings");
  }

  @Test
  void theCacheIsShownCheckedAndCleared() throws Exception {
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      window.awaitNames("Map");
      window.table().selectRows(0);
      window.frame.menuItem("item.Download").click();
      window.await(
          "it is here", () -> window.column(SessionColumn.STATE).equals(List.of("downloaded")));
      JPanelFixture tab = settings(window);
      window.await("it is counted", () -> window.text("cache.sessions").startsWith("1 session, "));
      tab.button("cache.verify").click();
      window.await("it is sound", () -> window.text("cache.result").equals("Everything is sound."));
      tab.button("cache.clear").click();
      assertThat(window.text("cache.result")).startsWith("Nothing is chosen");
      tab.checkBox("cache.clear.SESSIONS").check();
      tab.button("cache.clear").click();
      window.await("it is gone", () -> window.text("cache.sessions").startsWith("0 sessions, "));
      window.frame.tabbedPane("tabs").selectTab("Cloud Sessions");
      window.await(
          "the list knows", () -> window.column(SessionColumn.STATE).equals(List.of("cloud")));
    }
  }

  /** Nothing listens where this library is said to be; that all works is tested over HTTP. */
  @Test
  void theConnectionIsTestedStepByStep() throws Exception {
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      window.awaitNames("Map");
      settings(window).button("settings.test").click();
      window.await("it ended", () -> buttonText(window).equals("Test Again"));
      assertThat(window.texts("settings.step"))
          .containsExactly(
              "Reach the bucket and list it",
              "Read the index",
              "Read a session",
              "Write",
              "Ask the rebuild function");
      assertThat(window.texts("settings.detail").getFirst()).contains("Check the network");
      assertThat(window.texts("settings.detail").getLast()).contains("has to answer first");
    }
  }

  private static String buttonText(OpenWindow window) {
    return String.valueOf(window.frame.button("settings.test").text());
  }

  @Test
  void themeAndHotkeyAreChosenAndKept() throws Exception {
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      JPanelFixture tab = settings(window);
      tab.radioButton("settings.theme.dark").click();
      window.await("it is dark", Look::isDark);
      window.frame.tabbedPane("tabs").selectTab("Cloud Sessions");
      assertThat(
              OpenWindow.onEdt(
                  () -> window.frame.textBox("search").target().getBackground().getRed() < 128))
          .as("what was not shown meanwhile is dark, too")
          .isTrue();
      settings(window);
      tab.textBox("settings.hotkey")
          .pressKey(KeyEvent.VK_CONTROL)
          .pressAndReleaseKeys(KeyEvent.VK_K)
          .releaseKey(KeyEvent.VK_CONTROL);
      tab.textBox("settings.hotkey").requireText("Ctrl+K");
      tab.textBox("settings.hotkey").pressAndReleaseKeys(KeyEvent.VK_X);
      tab.textBox("settings.hotkey").requireText("Ctrl+K");
      assertThat(window.text("settings.hotkey.told")).startsWith("Takes F1 to F12");
    }
    UiSettings kept = UiSettings.load(home, InstantSource.system());
    assertThat(kept.get("theme")).contains("dark");
    assertThat(kept.get("hotkey")).contains("ctrl K");
  }
}
