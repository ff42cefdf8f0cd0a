package io.fastshot.client.ui.search;

import io.fastshot.client.data.search.Vocabulary;
import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.look.Glyph;
import io.fastshot.client.ui.look.Look;
import java.awt.BorderLayout;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** The search box, and below it what is wrong with the search, if anything is. */
public final class SearchLine extends JPanel {
  private static final long serialVersionUID = 1L;

  private final SearchBox box;
  private final JLabel mistake = TextGate.label(" ", Glyph.WARNING.icon(14, Look::warning));

  /**
   * @param onSearch called with the text at each change of the search
   * @param words what the library holds, to complete a search
   */
  public SearchLine(Consumer<String> onSearch, Supplier<Vocabulary> words) {
    super(new BorderLayout());
    box = new SearchBox(onSearch, words, this::mistake);
    mistake.setName("search.mistake");
    mistake.setBorder(BorderFactory.createEmptyBorder(4, 8, 0, 0));
    mistake.setVisible(false);
    add(box, BorderLayout.NORTH);
    add(mistake, BorderLayout.SOUTH);
  }

  private void mistake(String message) {
    TextGate.text(mistake, message);
    mistake.setVisible(!message.isEmpty());
    box.getAccessibleContext().setAccessibleDescription(message);
  }

  /** Puts the cursor into the box, its text selected. */
  public void find() {
    box.requestFocusInWindow();
    box.selectAll();
  }

  /** The text searched for. */
  public String text() {
    return box.getText();
  }

  /** Searches for another text. */
  public void search(String text) {
    box.search(text);
  }

  /** Calls {@code run} when Enter or Down is pressed in the box. */
  public void onLeave(Runnable run) {
    box.onLeave(run);
  }
}
