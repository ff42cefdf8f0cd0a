package io.fastshot.client.ui.shell;

import io.fastshot.client.action.UserAction;
import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.look.Keys;
import java.awt.Component;
import javax.swing.JLabel;
import javax.swing.JTextArea;

/** The keys of the window, made of the table of actions, and how to reach it from anywhere. */
public final class KeySheet {
  private static final int TAB = 14;

  private KeySheet() {}

  /** Shows the sheet until the person closes it. */
  public static void show(Component owner) {
    JTextArea text = TextGate.area(text());
    text.setName("help");
    text.setTabSize(TAB);
    text.setFont(new JLabel().getFont());
    text.getAccessibleContext().setAccessibleName("Keys");
    TextGate.show(owner, text, "Keys and Hotkey");
  }

  /** A line for each action that has a key: the key, a tab, and what it does. */
  static String text() {
    StringBuilder sheet = new StringBuilder();
    line(sheet, Keys.text("shift F6"), "show this window, from anywhere where the desktop allows");
    for (UserAction action : UserAction.values()) {
      if (!action.key().isEmpty()) {
        line(sheet, Keys.text(action.key()), action.what());
      }
    }
    line(sheet, Keys.text("shift") + "+click", "on a column: sort by it, too");
    return sheet
        .append(
            """

            In the viewer: Left and Right, F fits, 1 shows 100 %, + and - zoom, Esc closes.

            Where no global key is possible (Wayland), bind the command
            “fastshot show” to a key in the settings of your desktop.\
            """)
        .toString();
  }

  private static void line(StringBuilder sheet, String key, String what) {
    sheet.append(key).append('\t').append(what).append('\n');
  }
}
