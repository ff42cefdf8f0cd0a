package io.fastshot.client.ui.viewer;

import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.kit.Texts;
import java.awt.Dimension;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JTextArea;

/** What the viewer shows while there is no picture: how far the download is, or what is wrong. */
final class ViewerMessage extends JPanel {
  private static final long serialVersionUID = 1L;
  private static final int GAP = 10;
  private static final int WIDTH = 420;

  private final JTextArea text = new JTextArea(1, 36);
  private final JProgressBar progress = new JProgressBar();
  private final JButton button = new JButton();
  private transient Runnable action = () -> {};

  ViewerMessage() {
    super(new GridBagLayout());
    text.setName("viewer.message");
    text.setEditable(false);
    text.setFocusable(false);
    text.setOpaque(false);
    text.setLineWrap(true);
    text.setWrapStyleWord(true);
    text.setFont(new JLabel().getFont());
    text.getAccessibleContext().setAccessibleName("State of the viewer");
    progress.setPreferredSize(new Dimension(WIDTH, progress.getPreferredSize().height));
    progress.getAccessibleContext().setAccessibleName("Progress");
    button.setName("viewer.action");
    button.addActionListener(_ -> action.run());
    add(text, at(0));
    add(progress, at(1));
    add(button, at(2));
  }

  private static GridBagConstraints at(int row) {
    GridBagConstraints at = new GridBagConstraints();
    at.gridy = row;
    at.insets = new Insets(GAP, GAP, 0, GAP);
    return at;
  }

  void progress(long doneBytes, long totalBytes, Runnable cancel) {
    TextGate.text(
        text, "Downloading: " + Texts.bytes(doneBytes) + " of " + Texts.bytes(totalBytes));
    progress.setVisible(true);
    progress.setIndeterminate(false);
    progress.setValue(Texts.percent(doneBytes, totalBytes));
    offer("Cancel", cancel);
  }

  void working(String what) {
    TextGate.text(text, what);
    progress.setVisible(true);
    progress.setIndeterminate(true);
    button.setVisible(false);
  }

  void problem(String what, Runnable retry) {
    TextGate.text(text, what);
    progress.setVisible(false);
    progress.setIndeterminate(false);
    offer("Try Again", retry);
  }

  private void offer(String title, Runnable run) {
    TextGate.text(button, title);
    button.setVisible(true);
    action = run;
  }
}
