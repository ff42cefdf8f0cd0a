package io.fastshot.client.ui.search;

import io.fastshot.client.data.search.SearchCompletion;
import io.fastshot.client.data.search.Vocabulary;
import io.fastshot.client.ui.kit.Edt;
import io.fastshot.client.ui.kit.TextGate;
import java.awt.BorderLayout;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.function.Supplier;
import javax.swing.DefaultListModel;
import javax.swing.JList;
import javax.swing.JPopupMenu;
import javax.swing.JTextField;
import javax.swing.ListSelectionModel;
import javax.swing.event.CaretEvent;

/**
 * What the part of the search before the caret can go on to, below the box: Down and Up choose,
 * Enter and Tab take it, Escape puts the list away. The box keeps the keyboard.
 */
final class CompletionPopup {
  private final JTextField box;
  private final Supplier<Vocabulary> vocabulary;
  private final JPopupMenu popup = new JPopupMenu();
  private final DefaultListModel<SearchCompletion> offered = new DefaultListModel<>();
  private final JList<SearchCompletion> list = new JList<>(offered);
  private String dismissed = "";

  private CompletionPopup(JTextField box, Supplier<Vocabulary> vocabulary) {
    this.box = box;
    this.vocabulary = vocabulary;
    popup.setName("search.completions");
    popup.setFocusable(false);
    popup.setLayout(new BorderLayout());
    list.setName("search.completion");
    list.getAccessibleContext().setAccessibleName("Completions of the search");
    list.setFocusable(false);
    list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    list.setCellRenderer(new CompletionCell());
    list.addMouseListener(new Clicks());
    popup.add(list);
  }

  /** Completes what is typed into a box. */
  static void install(JTextField box, Supplier<Vocabulary> vocabulary) {
    CompletionPopup popup = new CompletionPopup(box, vocabulary);
    // Later, as the caret moves before or after the text has changed.
    box.addCaretListener((CaretEvent _) -> Edt.later(popup::update));
    box.addKeyListener(popup.new Keys());
    box.addFocusListener(
        new FocusAdapter() {
          @Override
          public void focusLost(FocusEvent event) {
            popup.hide();
          }
        });
  }

  private void update() {
    String text = box.getText();
    int caret = Math.min(box.getCaretPosition(), text.length());
    List<SearchCompletion> found =
        box.isFocusOwner() && box.getSelectionStart() == box.getSelectionEnd()
            ? vocabulary.get().completions(text, caret)
            : List.of();
    if (found.isEmpty() || text.equals(dismissed)) {
      hide();
      return;
    }
    dismissed = "";
    offered.clear();
    offered.addAll(found);
    list.setVisibleRowCount(found.size());
    popup.pack();
    if (!popup.isVisible()) {
      popup.show(box, 0, box.getHeight());
    }
    // Else Tab leaves the box.
    box.setFocusTraversalKeysEnabled(false);
  }

  private void hide() {
    popup.setVisible(false);
    box.setFocusTraversalKeysEnabled(true);
  }

  private void take(int index) {
    SearchCompletion taken = offered.get(index);
    String search = taken.applied(box.getText());
    hide();
    TextGate.text(box, search);
    box.setCaretPosition(taken.caret());
  }

  private final class Clicks extends MouseAdapter {
    @Override
    public void mousePressed(MouseEvent event) {
      int index = list.locationToIndex(event.getPoint());
      if (index >= 0) {
        take(index);
      }
    }
  }

  private final class Keys extends KeyAdapter {
    @Override
    public void keyPressed(KeyEvent event) {
      if (!popup.isVisible() || event.getModifiersEx() != 0) {
        return;
      }
      int chosen = list.getSelectedIndex();
      switch (event.getKeyCode()) {
        case KeyEvent.VK_DOWN -> list.setSelectedIndex((chosen + 1) % offered.size());
        case KeyEvent.VK_UP ->
            list.setSelectedIndex((Math.max(chosen, 0) + offered.size() - 1) % offered.size());
        case KeyEvent.VK_TAB -> take(Math.max(chosen, 0));
        case KeyEvent.VK_ENTER -> {
          if (chosen < 0) {
            hide();
            return; // the list takes the keyboard
          }
          take(chosen);
        }
        case KeyEvent.VK_ESCAPE -> {
          dismissed = box.getText();
          hide();
        }
        default -> {
          return;
        }
      }
      event.consume();
    }
  }
}
