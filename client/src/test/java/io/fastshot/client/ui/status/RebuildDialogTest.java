package io.fastshot.client.ui.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.data.rebuild.RebuildOutcome;
import io.fastshot.client.display.WindowTest;
import io.fastshot.model.RebuildState.Mode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JFrame;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@WindowTest
final class RebuildDialogTest {
  private final Robot robot = BasicRobot.robotWithCurrentAwtHierarchy();
  private final List<Boolean> started = new ArrayList<>();

  @AfterEach
  void leaveTheScreen() {
    robot.cleanUp();
  }

  private DialogFixture dialog(boolean running) {
    RebuildDialog dialog =
        GuiActionRunner.execute(() -> {
          RebuildDialog made = new RebuildDialog(new JFrame(), Mode.ALL, running, started::add);
          made.show(
              Mode.ALL,
              new RebuildOutcome.Answered("dry_run", null, "all", 3, 9, 1, Duration.ofSeconds(6)));
          return made;
        });
    return new DialogFixture(robot, dialog).show(); // returns when it takes clicks
  }

  @Test
  void aRunningRebuildIsSupersededOnlyIfThatIsAskedFor() {
    dialog(true).button("rebuildStart").click();
    DialogFixture dialog = dialog(true);
    dialog.checkBox("rebuildSupersede").check();
    dialog.button("rebuildStart").click();
    assertThat(started).containsExactly(false, true);
  }

  @Test
  void nothingIsAskedOfARebuildThatDoesNotRun() {
    DialogFixture dialog = dialog(false);
    boolean shown =
        GuiActionRunner.execute(() ->
            robot.finder().findByName(dialog.target(), "rebuildSupersede", false).isVisible());
    assertThat(shown).isFalse();
    dialog.button("rebuildStart").click();
    assertThat(started).containsExactly(false);
  }
}
