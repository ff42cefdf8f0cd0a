package io.fastshot.client.ui;

import io.fastshot.client.ui.hotkey.GlobalHotkey;
import io.fastshot.client.ui.hotkey.GlobalHotkey.State;
import io.fastshot.client.ui.hotkey.KeyCombination;
import io.fastshot.client.ui.kit.Edt;
import io.fastshot.client.ui.kit.Tasks;
import io.fastshot.client.ui.kit.UiSettings;
import io.fastshot.client.ui.look.Keys;
import io.fastshot.client.ui.settings.HotkeySection;
import io.fastshot.client.ui.shell.WindowContext;
import io.fastshot.client.ui.status.Notice;
import io.fastshot.client.ui.status.Notices;
import io.fastshot.client.ui.system.SystemControl;
import java.awt.datatransfer.StringSelection;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JFrame;

/** The hotkey: inside the window always, from anywhere where the desktop lets us. */
final class HotkeyControl {
  private static final System.Logger LOG = System.getLogger(HotkeyControl.class.getName());

  private static final String TOLD = "hotkey.told";

  private final JFrame frame;
  private final Notices notices;
  private final Runnable find;
  private final Tasks tasks;
  private final UiSettings settings;
  private final List<GlobalHotkey> active = new ArrayList<>();
  private boolean stopped;

  /**
   * @param find puts the cursor into the search box
   */
  HotkeyControl(JFrame frame, WindowContext context, Runnable find) {
    this.frame = frame;
    this.notices = context.notices();
    this.find = find;
    this.tasks = context.background().other();
    this.settings = context.settings();
  }

  /** Inside the window. */
  void bind() {
    for (KeyCombination keys : keys()) {
      frame
          .getRootPane()
          .registerKeyboardAction(
              _ -> raise(), Keys.stroke(keys.toString()), JComponent.WHEN_IN_FOCUSED_WINDOW);
    }
  }

  private List<KeyCombination> keys() {
    return settings
        .get(HotkeySection.HOTKEY)
        .flatMap(KeyCombination::of)
        .map(List::of)
        .orElse(KeyCombination.usual(Keys.isMac()));
  }

  /** From anywhere. */
  void start() {
    for (KeyCombination keys : keys()) {
      tasks.run(
          () -> GlobalHotkey.take(keys, () -> Edt.later(this::raise)),
          state -> taken(keys, state),
          failure -> LOG.log(System.Logger.Level.WARNING, "no global hotkey", failure));
    }
  }

  private void taken(KeyCombination keys, State state) {
    String key = Keys.text(keys.toString());
    switch (state) {
      case State.Active(GlobalHotkey hotkey) -> {
        if (stopped) {
          hotkey.close();
        } else {
          active.add(hotkey);
        }
      }
      case State.Taken _ ->
          tell(
              Notice.problem(
                  "hotkey",
                  "Another program has "
                      + key
                      + "; here it works inside this window only. The command “fastshot show” can"
                      + " be bound to another key."));
      case State.Unavailable(String reason, String command) -> {
        Notice notice =
            Notice.problem(
                "hotkey",
                reason
                    + ". "
                    + key
                    + (command == null
                        ? " works in this window; bind “fastshot show” to a key of your desktop."
                        : " works in this window; a command makes it work everywhere."));
        tell(command == null ? notice : notice.with("Copy the Command", copied(command)));
      }
    }
  }

  /** Once: who has read it need not read it at each start. */
  private void tell(Notice notice) {
    if (!settings.get(TOLD).orElse("").equals(notice.text())) {
      settings.put(TOLD, notice.text());
      notices.show(notice);
    }
  }

  private Runnable copied(String command) {
    return () -> {
      frame.getToolkit().getSystemClipboard().setContents(new StringSelection(command), null);
      notices.show(Notice.done("hotkey", "Copied. Paste it into a terminal."));
    };
  }

  /** Brings the window to the front, the cursor in the search box. */
  void raise() {
    Edt.require();
    frame.setVisible(true);
    frame.setExtendedState(frame.getExtendedState() & ~JFrame.ICONIFIED);
    SystemControl.toFront();
    frame.toFront();
    frame.requestFocus();
    find.run();
  }

  void stop() {
    stopped = true;
    active.forEach(GlobalHotkey::close);
  }
}
