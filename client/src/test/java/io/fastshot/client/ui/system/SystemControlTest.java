package io.fastshot.client.ui.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.display.WindowTest;
import io.fastshot.client.ui.kit.UiSettings;
import java.awt.CheckboxMenuItem;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.event.ActionEvent;
import java.awt.event.ItemEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WindowTest
final class SystemControlTest {
  private final List<String> said = new ArrayList<>();
  private final Choice choice = new Choice();

  private static final class Choice implements TrayChoice {
    private boolean stays = true;

    @Override
    public boolean staysInTray() {
      return stays;
    }

    @Override
    public void stayInTray(boolean stay) {
      stays = stay;
    }
  }

  private SystemControl control(JFrame frame) {
    return new SystemControl(
        frame, files -> said.add("view " + files), choice, () -> said.add("up"));
  }

  private static JFrame frame(boolean ends) {
    JFrame frame = new JFrame();
    frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
    frame.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosing(WindowEvent event) {
            if (ends) {
              frame.dispose();
            }
          }
        });
    frame.pack();
    return frame;
  }

  private static <T> T onEdt(Callable<T> work) {
    T answer = GuiActionRunner.execute(work);
    assertThat(answer).isNotNull();
    return answer;
  }

  /** The system waits for the answer of a program that does not end. */
  @Test
  void quitSaysWhetherTheProgramWillEnd() {
    assertThat(onEdt(() -> control(frame(true)).quit())).isTrue();
    JFrame stays = onEdt(() -> frame(false));
    assertThat(onEdt(() -> control(stays).quit())).isFalse();
    GuiActionRunner.execute(stays::dispose);
  }

  /** Without an icon in the tray nobody could show the window again. */
  @Test
  void withoutATrayAClosedWindowIsClosed() {
    assertThat(onEdt(() -> control(new JFrame()).staysInTray())).isFalse();
  }

  @Test
  void nobodyStaysInTheTrayWhoDidNotChooseIt(@TempDir Path home) throws IOException {
    UiSettings settings = UiSettings.load(home, InstantSource.system());
    assertThat(TrayChoice.in(settings).staysInTray()).isFalse();
    TrayChoice.in(settings).stayInTray(true);
    settings.save();
    UiSettings next = UiSettings.load(home, InstantSource.system());
    assertThat(TrayChoice.in(next).staysInTray()).isTrue();
  }

  @Test
  void whatTheDesktopOpensIsShownInFront() {
    GuiActionRunner.execute(() -> control(new JFrame()).open(List.of(Path.of("a.fastshot"))));
    assertThat(said).containsExactly("up", "view [a.fastshot]");
  }

  @Test
  void theMenuOfTheTrayDoesWhatItSays() throws Exception {
    JFrame frame = onEdt(() -> frame(true));
    PopupMenu menu = Tray.menu(onEdt(() -> control(frame)), choice);
    List<MenuItem> items = Arrays.stream(new int[] {0, 2, 4}).mapToObj(menu::getItem).toList();
    CheckboxMenuItem stays = (CheckboxMenuItem) items.get(1);
    assertThat(stays.getState()).isTrue();
    stays.setState(false);
    stays.dispatchEvent(
        new ItemEvent(stays, ItemEvent.ITEM_STATE_CHANGED, "", ItemEvent.DESELECTED));
    press(items.getFirst());
    press(items.getLast());
    SwingUtilities.invokeAndWait(() -> {});
    SwingUtilities.invokeAndWait(() -> {});
    assertThat(choice.stays).isFalse();
    assertThat(said).containsExactly("up");
    assertThat(onEdt(frame::isDisplayable)).isFalse();
  }

  private static void press(MenuItem item) {
    item.dispatchEvent(new ActionEvent(item, ActionEvent.ACTION_PERFORMED, item.getLabel()));
  }
}
