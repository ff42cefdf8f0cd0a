package io.fastshot.client.ui;

import io.fastshot.client.data.search.Vocabulary;
import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.look.Glyph;
import io.fastshot.client.ui.look.Look;
import io.fastshot.client.ui.search.SearchBox;
import java.awt.BorderLayout;
import java.awt.Font;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** The library's name, the search box, and Upload. */
final class TopBar extends JPanel {
  private static final long serialVersionUID = 1L;
  private static final int PAD = 12;

  private final SearchBox search;
  private final JLabel mistake = TextGate.label(" ", Glyph.WARNING.icon(14, Look::warning));

  /**
   * @param onSearch called with the text at each change of the search
   * @param words what the library holds, to complete a search
   */
  TopBar(String library, Consumer<String> onSearch, Supplier<Vocabulary> words, Runnable onUpload) {
    super(new BorderLayout(PAD * 2, 0));
    setBorder(BorderFactory.createEmptyBorder(10, PAD, 8, PAD));
    JLabel name = TextGate.label(library, Glyph.LIBRARY.icon(16, Look::accent));
    name.setName("library");
    name.setFont(Look.font(Font.BOLD, 1.1f));
    TextGate.tip(name, "The library shown");
    search = new SearchBox(onSearch, words, this::mistake);
    mistake.setName("search.mistake");
    mistake.setHorizontalAlignment(JLabel.TRAILING);
    mistake.setBorder(BorderFactory.createEmptyBorder(4, 0, 0, 8));
    mistake.setVisible(false);
    JButton upload = TextGate.button("Upload…", Glyph.UPLOAD.icon(14));
    upload.setName("upload");
    TextGate.tip(upload, "Put .fastshot files into the library (Ctrl+U); files can be dropped too");
    upload.addActionListener(_ -> onUpload.run());
    add(name, BorderLayout.LINE_START);
    JPanel middle = new JPanel(new BorderLayout());
    middle.add(search, BorderLayout.LINE_END);
    add(middle, BorderLayout.CENTER);
    add(upload, BorderLayout.LINE_END);
    add(mistake, BorderLayout.SOUTH);
  }

  private void mistake(String message) {
    TextGate.text(mistake, message);
    mistake.setVisible(!message.isEmpty());
    search.getAccessibleContext().setAccessibleDescription(message);
  }

  /** Puts the cursor into the search box, its text selected. */
  void focusSearch() {
    search.requestFocusInWindow();
    search.selectAll();
  }

  /** The text searched for. */
  String search() {
    return search.getText();
  }

  /** Searches for another text. */
  void search(String text) {
    search.search(text);
  }

  /** Calls {@code run} when Enter or Down is pressed in the search box. */
  void onLeave(Runnable run) {
    search.onLeave(run);
  }
}
