package io.fastshot.client.ui;

import io.fastshot.client.ui.hotkey.GlobalHotkey;
import io.fastshot.client.ui.hotkey.GlobalHotkey.State;
import io.fastshot.client.ui.kit.Edt;
import io.fastshot.client.ui.kit.Tasks;
import io.fastshot.client.ui.status.Notice;
import io.fastshot.client.ui.status.Notices;
import java.awt.event.KeyEvent;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.KeyStroke;
import org.jspecify.annotations.Nullable;

/** Shift+F6: inside the window always, from anywhere where the desktop lets us. */
final class HotkeyControl {
  private static final System.Logger LOG = System.getLogger(HotkeyControl.class.getName());

  private final JFrame frame;
  private final Notices notices;
  private final Runnable find;
  private final Tasks tasks;
  private @Nullable GlobalHotkey active;
  private boolean stopped;

  /**
   * @param find puts the cursor into the search box
   */
  HotkeyControl(JFrame frame, Notices notices, Runnable find, Tasks tasks) {
    this.frame = frame;
    this.notices = notices;
    this.find = find;
    this.tasks = tasks;
  }

  /** Inside the window. */
  void bind() {
    frame
        .getRootPane()
        .registerKeyboardAction(
            _ -> raise(),
            KeyStroke.getKeyStroke(KeyEvent.VK_F6, KeyEvent.SHIFT_DOWN_MASK),
            JComponent.WHEN_IN_FOCUSED_WINDOW);
  }

  /** From anywhere. */
  void start() {
    tasks.run(
        () -> GlobalHotkey.take(() -> Edt.later(this::raise)),
        this::taken,
        failure -> LOG.log(System.Logger.Level.WARNING, "no global hotkey", failure));
  }

  private void taken(State state) {
    switch (state) {
      case State.Active(GlobalHotkey hotkey) -> {
        active = hotkey;
        if (stopped) {
          hotkey.close();
        }
      }
      case State.Taken _ ->
          notices.show(
              Notice.problem(
                  "hotkey",
                  "Another program has Shift+F6; here it works inside this window only. The command"
                      + " “fastshot show” can be bound to another key."));
      case State.Unavailable(String reason) ->
          LOG.log(System.Logger.Level.DEBUG, () -> "no global hotkey: " + reason);
    }
  }

  /** Brings the window to the front, the cursor in the search box. */
  void raise() {
    Edt.require();
    frame.setVisible(true);
    frame.setExtendedState(frame.getExtendedState() & ~JFrame.ICONIFIED);
    frame.toFront();
    frame.requestFocus();
    find.run();
  }

  void stop() {
    stopped = true;
    if (active != null) {
      active.close();
    }
  }
}
