package io.fastshot.client.ui;

import com.formdev.flatlaf.icons.FlatSearchIcon;
import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.look.Glyph;
import io.fastshot.client.ui.look.Look;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.event.KeyEvent;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** The library's name, the search box, and Upload. */
final class TopBar extends JPanel {
  private static final long serialVersionUID = 1L;
  private static final int PAD = 12;
  private static final int SEARCH_COLUMNS = 38;

  private final JTextField search = new JTextField(SEARCH_COLUMNS);

  TopBar(String library, Consumer<String> onSearch, Runnable onUpload) {
    super(new BorderLayout(PAD * 2, 0));
    setBorder(BorderFactory.createEmptyBorder(10, PAD, 8, PAD));
    JLabel name = TextGate.label(library, Glyph.LIBRARY.icon(16, Look::accent));
    name.setName("library");
    name.setFont(Look.font(Font.BOLD, 1.1f));
    TextGate.tip(name, "The library shown");
    setUpSearch(onSearch);
    JButton upload = TextGate.button("Upload…", Glyph.UPLOAD.icon(14));
    upload.setName("upload");
    TextGate.tip(upload, "Put .fastshot files into the library (Ctrl+U); files can be dropped too");
    upload.addActionListener(_ -> onUpload.run());
    add(name, BorderLayout.LINE_START);
    JPanel middle = new JPanel(new BorderLayout());
    middle.add(search, BorderLayout.LINE_END);
    add(middle, BorderLayout.CENTER);
    add(upload, BorderLayout.LINE_END);
  }

  private void setUpSearch(Consumer<String> onSearch) {
    search.setName("search");
    search.getAccessibleContext().setAccessibleName("Search sessions");
    search.putClientProperty("JTextField.placeholderText", "Search name, description, tags, class");
    search.putClientProperty("JTextField.showClearButton", true);
    search.putClientProperty("JTextField.leadingIcon", new FlatSearchIcon());
    search.putClientProperty("JComponent.roundRect", true);
    search.setMinimumSize(new Dimension(160, search.getPreferredSize().height));
    search.registerKeyboardAction(
        _ -> clearSearch(), KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), JComponent.WHEN_FOCUSED);
    search
        .getDocument()
        .addDocumentListener(
            new DocumentListener() {
              @Override
              public void insertUpdate(DocumentEvent event) {
                onSearch.accept(search.getText());
              }

              @Override
              public void removeUpdate(DocumentEvent event) {
                onSearch.accept(search.getText());
              }

              @Override
              public void changedUpdate(DocumentEvent event) {
                onSearch.accept(search.getText());
              }
            });
  }

  /** Puts the cursor into the search box, its text selected. */
  void focusSearch() {
    search.requestFocusInWindow();
    search.selectAll();
  }

  /** Shows everything again. */
  void clearSearch() {
    TextGate.text(search, "");
  }

  /** Calls {@code run} when Enter or Down is pressed in the search box. */
  void onLeave(Runnable run) {
    search.addActionListener(_ -> run.run());
    search.registerKeyboardAction(
        _ -> run.run(), KeyStroke.getKeyStroke(KeyEvent.VK_DOWN, 0), JComponent.WHEN_FOCUSED);
  }
}
