package io.fastshot.client.ui.search;

import com.formdev.flatlaf.icons.FlatSearchIcon;
import io.fastshot.client.data.search.Vocabulary;
import io.fastshot.client.ui.kit.TextGate;
import java.awt.Dimension;
import java.awt.event.KeyEvent;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/**
 * The box in which a search is typed: it is answered at each key, completed from what the library
 * holds, and a part that means nothing is underlined.
 *
 * <p><b>Threads:</b> the event thread only.
 */
public final class SearchBox extends JTextField {
  private static final long serialVersionUID = 1L;
  private static final int COLUMNS = 38;

  private final transient SearchMarks marks;
  private boolean replacing;

  /**
   * An empty box.
   *
   * @param onSearch called with the text at each change
   * @param vocabulary what the library holds now
   * @param mistakes called with what is wrong with the search, a sentence; empty if nothing is
   */
  public SearchBox(
      Consumer<String> onSearch, Supplier<Vocabulary> vocabulary, Consumer<String> mistakes) {
    super(COLUMNS);
    setName("search");
    getAccessibleContext().setAccessibleName("Search sessions");
    putClientProperty(
        "JTextField.placeholderText", "Search: words, tag:, color:, after:, images:>3 …");
    putClientProperty("JTextField.showClearButton", true);
    putClientProperty("JTextField.leadingIcon", new FlatSearchIcon());
    putClientProperty("JComponent.roundRect", true);
    setMinimumSize(new Dimension(160, getPreferredSize().height));
    registerKeyboardAction(
        _ -> clear(), KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), JComponent.WHEN_FOCUSED);
    marks = new SearchMarks(this, mistakes);
    CompletionPopup.install(this, vocabulary);
    getDocument()
        .addDocumentListener(
            new DocumentListener() {
              @Override
              public void insertUpdate(DocumentEvent event) {
                changed(onSearch);
              }

              @Override
              public void removeUpdate(DocumentEvent event) {
                changed(onSearch);
              }

              @Override
              public void changedUpdate(DocumentEvent event) {
                changed(onSearch);
              }
            });
  }

  private void changed(Consumer<String> onSearch) {
    if (!replacing) {
      marks.typed();
      onSearch.accept(getText());
    }
  }

  /** Shows everything again. */
  public void clear() {
    TextGate.text(this, "");
  }

  /** Searches for another text; the list does not show everything between both. */
  public void search(String text) {
    replacing = !text.isEmpty(); // a text is replaced by taking it away first
    TextGate.text(this, "");
    replacing = false;
    if (!text.isEmpty()) {
      TextGate.text(this, text);
    }
  }

  /** Calls {@code run} when Enter or Down is pressed. */
  public void onLeave(Runnable run) {
    addActionListener(_ -> run.run());
    registerKeyboardAction(
        _ -> run.run(), KeyStroke.getKeyStroke(KeyEvent.VK_DOWN, 0), JComponent.WHEN_FOCUSED);
  }
}
