package io.fastshot.client.ui.status;

import io.fastshot.client.data.rebuild.RebuildOutcome;
import io.fastshot.client.ui.kit.Edt;
import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.kit.Texts;
import io.fastshot.client.ui.look.Look;
import io.fastshot.model.RebuildState;
import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;

/**
 * Asks whether to rebuild: says what it does, and, as soon as the library has counted, how many
 * sessions, how many bytes and how long. The window stays usable meanwhile.
 *
 * <p><b>Threads:</b> the event thread only.
 */
final class RebuildDialog extends JDialog {
  private static final long serialVersionUID = 1L;
  private static final int PAD = 16;
  private static final int COLUMNS = 44;

  private final JTextArea plan = new JTextArea(3, COLUMNS);
  private final JProgressBar counting = new JProgressBar();
  private final JButton start = TextGate.button("Start Rebuild");
  private final JCheckBox supersede =
      TextGate.checkBox("Take the place of the rebuild that is running");

  /**
   * @param running whether a rebuild is running: then it is asked whether to take its place
   * @param onStart told whether a running rebuild is to be superseded
   */
  RebuildDialog(Window owner, RebuildState.Mode mode, boolean running, Consumer<Boolean> onStart) {
    super(owner, title(mode), ModalityType.MODELESS);
    setName("rebuildDialog");
    JPanel content = new JPanel(new BorderLayout(0, PAD / 2));
    content.setBorder(BorderFactory.createEmptyBorder(PAD, PAD, PAD, PAD));
    JLabel head = TextGate.label(title(mode));
    head.setFont(Look.font(Font.BOLD, 1.15f));
    content.add(head, BorderLayout.NORTH);
    supersede.setName("rebuildSupersede");
    TextGate.tip(
        supersede,
        "What the other has done stays done; without this, it goes on and this one is not started");
    supersede.setVisible(running);
    content.add(middle(mode), BorderLayout.CENTER);
    content.add(buttons(onStart), BorderLayout.SOUTH);
    setContentPane(content);
    getRootPane().setDefaultButton(start);
    getRootPane()
        .registerKeyboardAction(
            _ -> dispose(),
            KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
            JComponent.WHEN_IN_FOCUSED_WINDOW);
    setDefaultCloseOperation(DISPOSE_ON_CLOSE);
    pack();
    setResizable(false);
    setLocationRelativeTo(owner);
  }

  private JPanel middle(RebuildState.Mode mode) {
    plan.setName("rebuildPlan");
    plan.setEditable(false);
    plan.setFocusable(false);
    plan.setLineWrap(true);
    plan.setWrapStyleWord(true);
    plan.setOpaque(false);
    plan.setBorder(BorderFactory.createEmptyBorder());
    plan.setFont(Look.font(Font.PLAIN, 1));
    TextGate.text(plan, purpose(mode) + "\n\nCounting what there is to do…");
    plan.getAccessibleContext().setAccessibleName("What the rebuild would do");
    counting.setIndeterminate(true);
    counting.getAccessibleContext().setAccessibleName("Counting");
    JPanel foot = new JPanel(new BorderLayout());
    foot.add(supersede, BorderLayout.CENTER);
    foot.add(counting, BorderLayout.SOUTH);
    JPanel middle = new JPanel(new BorderLayout(0, PAD / 2));
    middle.add(plan, BorderLayout.CENTER);
    middle.add(foot, BorderLayout.SOUTH);
    return middle;
  }

  private JPanel buttons(Consumer<Boolean> onStart) {
    JButton no = TextGate.button("Cancel");
    no.setName("rebuildCancel");
    no.addActionListener(_ -> dispose());
    start.setName("rebuildStart");
    start.setEnabled(false);
    start.addActionListener(_ -> {
      dispose();
      onStart.accept(supersede.isSelected());
    });
    JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 8, 0));
    buttons.add(no);
    buttons.add(start);
    return buttons;
  }

  /** Shows what the library counted, or why it could not. */
  void show(RebuildState.Mode mode, RebuildOutcome preview) {
    Edt.require();
    counting.setIndeterminate(false);
    counting.setVisible(false);
    switch (preview) {
      case RebuildOutcome.Answered answer -> {
        start.setEnabled(true);
        TextGate.text(plan, purpose(mode) + "\n\n" + counted(mode, answer));
      }
      case RebuildOutcome.Failed(var failure) ->
          TextGate.text(plan, "The library could not be asked: " + failure.reason());
    }
    pack();
  }

  private static String counted(RebuildState.Mode mode, RebuildOutcome.Answered answer) {
    if (answer.nominated() == 0) {
      return "There is no session to look at. Starting it marks the index as complete.";
    }
    String reading =
        mode == RebuildState.Mode.OVERALL && answer.bytes() == 0
            ? "No session file has to be read"
            : "About " + Texts.bytes(answer.bytes()) + " are read";
    return Texts.sessions(answer.nominated())
        + " will be looked at. "
        + reading
        + ", by the indexer in the cloud. It takes "
        + Texts.about(answer.estimate())
        + ".";
  }

  private static String title(RebuildState.Mode mode) {
    return mode == RebuildState.Mode.ALL ? "Rebuild All Indexes" : "Rebuild Overall List";
  }

  private static String purpose(RebuildState.Mode mode) {
    return mode == RebuildState.Mode.ALL
        ? "Reads every session anew and rebuilds its index and the overall list. Nobody has to"
            + " wait for it: the library stays usable, and no session is changed."
        : "Rebuilds the overall list from the sessions' own indexes; only sessions without one that"
            + " fits are read. The library stays usable, and no session is changed.";
  }
}
