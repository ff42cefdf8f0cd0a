package io.fastshot.client.ui;

import io.fastshot.client.ui.kit.TextGate;
import java.awt.Component;

/** The keys of the window, and how to reach it from anywhere. */
final class Help {
  private static final String TEXT =
      """
      Shift+F6\tshow this window, from anywhere where the desktop allows it
      Ctrl+F\tsearch; Esc clears it
      Enter\topen the selected session
      Ctrl+U\tupload; or drop .fastshot files on the window
      Ctrl+D\tdownload
      Ctrl+Shift+C\tcopy links with which anybody can download the selected sessions for a day
      Del\tmove to Recently deleted; Ctrl+Z takes it back
      Shift+click\ton a column: sort by it, too
      F5\trefresh
      F9\tshow or hide the filters; in them Space searches, Ctrl+Space excludes
      Ctrl+A\tselect all

      In the viewer: Left and Right, F fits, 1 shows 100 %, + and - zoom, Esc closes.

      Where no global key is possible (Wayland), bind the command
      “fastshot show” to a key in the settings of your desktop.\
      """;

  private Help() {}

  static void show(Component owner) {
    javax.swing.JTextArea text = TextGate.area(TEXT);
    text.setName("help");
    text.setTabSize(12);
    text.setFont(new javax.swing.JLabel().getFont());
    text.getAccessibleContext().setAccessibleName("Keys");
    TextGate.show(owner, text, "Keys and Hotkey");
  }
}
