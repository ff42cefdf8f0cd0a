package io.fastshot.client.ui.settings;

import io.fastshot.client.ui.hotkey.KeyCombination;
import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.kit.UiSettings;
import io.fastshot.client.ui.look.Keys;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JTextArea;
import javax.swing.JTextField;

/** Which key opens the window from anywhere; from the next start on. */
public final class HotkeySection {
  /** What the person has chosen, as {@link KeyCombination} writes it; else the usual one. */
  public static final String HOTKEY = "hotkey";

  private static final int COLUMNS = 16;

  private final UiSettings settings;
  private final JTextField field = new JTextField(COLUMNS);
  private final JTextArea told = Page.text("settings.hotkey.told", " ");

  HotkeySection(UiSettings settings) {
    this.settings = settings;
    field.setName("settings.hotkey");
    field.getAccessibleContext().setAccessibleName("Hotkey; press the new one here");
    field.setEditable(false);
    field.setFocusable(true);
    field.addKeyListener(new Pressed());
    TextGate.tip(field, "Click here and press the new key");
    show();
  }

  void addTo(Page page) {
    JButton usual = TextGate.button("As Usual");
    usual.setName("settings.hotkey.usual");
    usual.addActionListener(_ -> {
      settings.put(HOTKEY, "");
      show();
      TextGate.text(told, "From the next start of the window on.");
    });
    page.section("Hotkey");
    page.line("Opens the window", Page.side(field, usual));
    page.line("", told);
  }

  private void show() {
    String keys =
        settings
            .get(HOTKEY)
            .flatMap(KeyCombination::of)
            .orElseGet(() -> KeyCombination.usual(Keys.isMac()).getFirst())
            .toString();
    TextGate.text(field, Keys.text(keys));
    TextGate.text(told, "Click into the field and press the new key.");
  }

  private void pressed(KeyEvent event) {
    Optional<KeyCombination> keys =
        KeyCombination.of(
            KeyEvent.getModifiersExText(event.getModifiersEx())
                + "+"
                + KeyEvent.getKeyText(event.getKeyCode()));
    if (keys.isEmpty()) {
      TextGate.text(told, "Takes F1 to F12, or a letter or a digit with Ctrl, Alt or Meta.");
      return;
    }
    settings.put(HOTKEY, keys.get().toString());
    show();
    TextGate.text(told, "From the next start of the window on.");
  }

  private final class Pressed extends KeyAdapter {
    @Override
    public void keyPressed(KeyEvent event) {
      boolean modifier =
          switch (event.getKeyCode()) {
            case KeyEvent.VK_SHIFT, KeyEvent.VK_CONTROL, KeyEvent.VK_ALT, KeyEvent.VK_META -> true;
            default -> false;
          };
      if (!modifier && event.getKeyCode() != KeyEvent.VK_TAB) {
        event.consume();
        pressed(event);
      }
    }
  }
}
