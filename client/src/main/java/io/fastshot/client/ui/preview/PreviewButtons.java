package io.fastshot.client.ui.preview;

import io.fastshot.client.action.UserAction;
import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.look.Glyph;
import io.fastshot.client.ui.shell.Actions;
import java.awt.FlowLayout;
import java.util.Locale;
import java.util.Map;
import javax.swing.Action;
import javax.swing.Box;
import javax.swing.JButton;
import javax.swing.JPanel;

/** What can be done with the selected sessions; Cancel in the place of Download while one moves. */
public final class PreviewButtons extends JPanel {
  private static final long serialVersionUID = 1L;
  private static final int ICON = 14;
  private static final int GAP = 6;

  /**
   * @param wanted in the order in which they stand, with their pictures
   */
  public PreviewButtons(Actions actions, Map<UserAction, Glyph> wanted) {
    super(new FlowLayout(FlowLayout.LEADING, 0, 0));
    setOpaque(false);
    wanted.forEach((action, glyph) -> {
      if (getComponentCount() > 0) {
        add(Box.createHorizontalStrut(GAP));
      }
      JButton button = button(actions, action, glyph);
      add(button);
      if (action == UserAction.DOWNLOAD) {
        alternate(actions, button);
      }
    });
  }

  private void alternate(Actions actions, JButton download) {
    JButton cancel = button(actions, UserAction.CANCEL_TRANSFER, Glyph.CLOSE);
    add(cancel);
    Action moving = actions.of(UserAction.CANCEL_TRANSFER);
    moving.addPropertyChangeListener(_ -> {
      cancel.setVisible(moving.isEnabled());
      download.setVisible(!moving.isEnabled());
    });
    cancel.setVisible(moving.isEnabled());
  }

  private static JButton button(Actions actions, UserAction action, Glyph glyph) {
    JButton button = TextGate.button(actions.of(action), shortTitle(action), glyph.icon(ICON));
    button.setName("preview." + shortTitle(action).toLowerCase(Locale.ROOT));
    TextGate.tip(button, action.title());
    return button;
  }

  /** The first word says enough beside a picture. */
  private static String shortTitle(UserAction action) {
    return action.title().split(" ", 2)[0];
  }
}
