package io.fastshot.client.ui.status;

import io.fastshot.client.ui.kit.Edt;
import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.kit.Texts;
import io.fastshot.client.ui.look.Glyph;
import io.fastshot.client.ui.look.Look;
import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.Timer;
import javax.swing.UIManager;

/**
 * A strip of notices above the status bar, no higher than it needs to be: what was done, with Undo
 * where that is possible, and what went wrong. Never a dialog.
 *
 * <p><b>Threads:</b> the event thread only.
 */
public final class Notices extends JPanel {
  private static final long serialVersionUID = 1L;
  private static final int MAX = 3;
  private static final int DONE_SHOWN_MILLIS = 8000;
  private static final int ICON = 14;
  private static final int PAD = 10;
  private static final Icon PROBLEM = Glyph.WARNING.icon(ICON, Look::warning);

  private final transient Map<String, Notice> notices = new LinkedHashMap<>();

  /** No notices. */
  public Notices() {
    setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
    setName("notices");
    getAccessibleContext().setAccessibleName("Notices");
    setVisible(false);
  }

  /** Shows a notice; the oldest goes when there are more than {@value #MAX}. */
  public void show(Notice notice) {
    Edt.require();
    notices.remove(notice.key());
    notices.put(notice.key(), notice);
    while (notices.size() > MAX) {
      notices.remove(notices.keySet().iterator().next());
    }
    if (notice.kind() == Notice.Kind.DONE && notice.action() == null) {
      Timer timer = new Timer(DONE_SHOWN_MILLIS, _ -> hide(notice));
      timer.setRepeats(false);
      timer.start();
    }
    rebuild();
  }

  /** Takes back the notice of a key, if there is one. */
  public void hide(String key) {
    Edt.require();
    if (notices.remove(key) != null) {
      rebuild();
    }
  }

  private void hide(Notice notice) {
    if (notices.remove(notice.key(), notice)) {
      rebuild();
    }
  }

  private void rebuild() {
    removeAll();
    notices.values().forEach(notice -> add(strip(notice)));
    setVisible(!notices.isEmpty());
    revalidate();
    repaint();
  }

  private JPanel strip(Notice notice) {
    JPanel strip = new JPanel(new BorderLayout(PAD, 0));
    strip.setBorder(
        BorderFactory.createCompoundBorder(
            BorderFactory.createMatteBorder(
                1, 0, 0, 0, UIManager.getColor("Component.borderColor")),
            BorderFactory.createEmptyBorder(3, PAD + 2, 3, 4)));
    JLabel label = TextGate.label(Texts.shortened(notice.text(), 400));
    label.setName("notice." + notice.key());
    TextGate.tip(label, notice.text());
    if (notice.kind() == Notice.Kind.PROBLEM) {
      label.setIcon(PROBLEM);
    }
    strip.add(label, BorderLayout.CENTER);
    strip.add(buttons(notice), BorderLayout.LINE_END);
    return strip;
  }

  private JPanel buttons(Notice notice) {
    JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 4, 0));
    Notice.Action action = notice.action();
    if (action != null) {
      JButton button = TextGate.button(action.title());
      button.setName("notice." + notice.key() + ".action");
      button.addActionListener(_ -> {
        hide(notice);
        action.run().run();
      });
      buttons.add(button);
      buttons.add(Box.createHorizontalStrut(2));
    }
    JButton close = new JButton(Glyph.CLOSE.icon(12));
    close.putClientProperty("JButton.buttonType", "toolBarButton");
    close.setName("notice." + notice.key() + ".close");
    TextGate.tip(close, "Close this notice");
    close.getAccessibleContext().setAccessibleName("Close this notice");
    close.addActionListener(_ -> hide(notice));
    buttons.add(close);
    return buttons;
  }

  @Override
  public void updateUI() {
    super.updateUI();
    if (notices != null) {
      rebuild();
    }
  }
}
