package io.fastshot.client.ui.preview;

import io.fastshot.client.action.UserAction;
import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.look.Glyph;
import io.fastshot.client.ui.shell.Actions;
import java.awt.FlowLayout;
import java.util.Locale;
import javax.swing.Action;
import javax.swing.Box;
import javax.swing.JButton;
import javax.swing.JPanel;

/** Open, Download and Delete for the selected sessions; Cancel while one of them moves. */
final class PreviewButtons extends JPanel {
  private static final long serialVersionUID = 1L;
  private static final int ICON = 14;
  private static final int GAP = 6;

  PreviewButtons(Actions actions) {
    super(new FlowLayout(FlowLayout.LEADING, 0, 0));
    setOpaque(false);
    add(button(actions, UserAction.OPEN, "Open", Glyph.OPEN));
    add(Box.createHorizontalStrut(GAP));
    JButton download = button(actions, UserAction.DOWNLOAD, "Download", Glyph.DOWNLOAD);
    JButton cancel = button(actions, UserAction.CANCEL_TRANSFER, "Cancel", Glyph.CLOSE);
    add(download);
    add(cancel);
    add(Box.createHorizontalStrut(GAP));
    add(button(actions, UserAction.DELETE, "Delete", Glyph.DELETE));
    Action moving = actions.of(UserAction.CANCEL_TRANSFER);
    moving.addPropertyChangeListener(_ -> {
      cancel.setVisible(moving.isEnabled());
      download.setVisible(!moving.isEnabled());
    });
    cancel.setVisible(moving.isEnabled());
  }

  private static JButton button(Actions actions, UserAction action, String title, Glyph glyph) {
    JButton button = TextGate.button(actions.of(action), title, glyph.icon(ICON));
    button.setName("preview." + title.toLowerCase(Locale.ROOT));
    TextGate.tip(button, null);
    return button;
  }
}
