package io.fastshot.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.ClientSettings;
import io.fastshot.client.LibraryEntry;
import io.fastshot.client.display.WindowTest;
import java.awt.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import javax.swing.SwingUtilities;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.finder.JOptionPaneFinder;
import org.assertj.swing.fixture.JOptionPaneFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start by an icon or a double click, of somebody who sees no terminal. */
@WindowTest
final class DesktopStartTest {
  @TempDir private Path home;
  private Robot robot;

  @BeforeEach
  void lookAtTheScreen() {
    robot = BasicRobot.robotWithCurrentAwtHierarchy();
  }

  @AfterEach
  void closeWhatIsOpen() {
    robot.cleanUp();
  }

  private DesktopStart start(boolean installed, String... arguments) {
    return DesktopStart.of(installed, new Terminal(home).console(), arguments);
  }

  private JOptionPaneFixture dialog() {
    return JOptionPaneFinder.findOptionPane().withTimeout(30_000).using(robot);
  }

  @Test
  void aDoubleClickOnSessionsShowsThemWhateverTheLauncher() throws IOException {
    String one = Files.createFile(home.resolve("会议 a.fastshot")).toString();
    String two = Files.createFile(home.resolve("b.fastshot")).toString();
    assertThat(start(true, one, two).line()).containsExactly("show", one, two);
    assertThat(start(false, one)).isEqualTo(new DesktopStart(List.of("show", one), false));
    assertThat(start(true, one, "none.fastshot").line()).containsExactly(one, "none.fastshot");
    assertThat(start(true, "ls")).isEqualTo(new DesktopStart(List.of("ls"), false));
    assertThat(start(false)).isEqualTo(new DesktopStart(List.of(), false));
  }

  @Test
  void theFirstStartByTheIconOffersTheDemo() throws Exception {
    Future<DesktopStart> starting = CompletableFuture.supplyAsync(() -> start(true));
    JOptionPaneFixture question = dialog();
    assertThat(roomBelow(question.okButton().target())).as("the buttons are whole").isPositive();
    question.okButton().click();
    assertThat(starting.get().line()).containsExactly("demo");
    starting = CompletableFuture.supplyAsync(() -> start(true));
    dialog().cancelButton().click();
    assertThat(starting.get().isDeclined()).isTrue();
  }

  private static int roomBelow(Component button) {
    return GuiActionRunner.execute(() -> {
      Component root = SwingUtilities.getRoot(button);
      return root.getHeight() - SwingUtilities.convertPoint(button, 0, button.getHeight(), root).y;
    });
  }

  @Test
  void aKnownLibraryIsShownAndTheDemoWithItsCloud() throws Exception {
    LibraryEntry team =
        new LibraryEntry("team", null, null, "eu-central-1", "team", "", null, "f", null);
    var _ = ClientSettings.change(home, s -> s.with(team).choosing("team"));
    assertThat(start(true).line()).containsExactly("show");
    var _ = ClientSettings.change(home, s -> s.choosing("demo"));
    assertThat(start(true).line()).containsExactly("demo");
    Files.writeString(home.resolve("settings.json"), "{broken");
    assertThat(start(true).line()).containsExactly("show");
  }

  @Test
  void whatEndsAStartWithoutATerminalIsShown() throws Exception {
    Future<?> told =
        CompletableFuture.runAsync(
            () -> new DesktopStart(List.of("show"), true).tell("no library <b>named</b> x"));
    JOptionPaneFixture dialog = dialog();
    dialog.textBox().requireText("no library <b>named</b> x");
    dialog.okButton().click();
    told.get();
    new DesktopStart(List.of("show"), false).tell("said in the terminal");
  }
}
