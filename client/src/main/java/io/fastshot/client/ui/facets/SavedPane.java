package io.fastshot.client.ui.facets;

import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.look.Keys;
import java.awt.BorderLayout;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/**
 * Saved searches: a click uses one; the field below saves the present search, or renames one.
 *
 * <p><b>Threads:</b> the event thread only.
 */
public final class SavedPane extends JPanel {
  private static final long serialVersionUID = 1L;

  private final transient SearchText search;
  private final transient Consumer<String> keep;
  private final CompactList<SavedSearch> list =
      new CompactList<>("saved", "Saved searches", "Enter searches, F2 renames, Delete removes");
  private final JTextField name = new JTextField();
  private final JPopupMenu menu = new JPopupMenu();
  private transient SavedSearches saved;
  private transient @Nullable SavedSearch renaming;

  /**
   * Shows what was kept.
   *
   * @param kept what {@code keep} was given last; empty the first time
   * @param keep called with a text to keep, at each change
   */
  public SavedPane(SearchText search, String kept, Consumer<String> keep) {
    super(new BorderLayout());
    this.search = search;
    this.keep = keep;
    this.saved = SavedSearches.read(kept);
    setOpaque(false);
    list.setCellRenderer(new SavedCell(search::now));
    list.addMouseListener(new Clicks());
    bind("ENTER", this::use);
    bind("SPACE", this::use);
    bind("F2", this::rename);
    Keys.deleting().forEach(key -> bind(key, this::delete));
    menu.setName("saved.menu");
    menu.add(TextGate.item("Rename", new Run(() -> onSelected(this::rename))));
    menu.add(TextGate.item("Delete", new Run(() -> onSelected(this::delete))));
    list.setComponentPopupMenu(menu);
    name.setName("saved.name");
    name.addActionListener(_ -> named());
    name.registerKeyboardAction(_ -> doNotRename(), KeyStroke.getKeyStroke("ESCAPE"), WHEN_FOCUSED);
    name.addFocusListener(new Leaving());
    JPanel foot = new JPanel(new BorderLayout());
    foot.setOpaque(false);
    foot.setBorder(BorderFactory.createEmptyBorder(4, 6, 2, 6));
    foot.add(name);
    add(Heading.of("Saved searches"), BorderLayout.NORTH);
    add(list, BorderLayout.CENTER);
    add(foot, BorderLayout.SOUTH);
    list.show(saved.all());
    searchChanged();
  }

  /** The search of the window is another one. */
  void searchChanged() {
    if (renaming == null) {
      boolean full = saved.isFull();
      hint(full ? "No more can be saved" : "Save this search as…");
      name.setEnabled(!full && !search.now().isBlank());
    }
    list.repaint();
  }

  private void hint(String text) {
    name.putClientProperty("JTextField.placeholderText", text);
    name.getAccessibleContext().setAccessibleName(text);
    name.repaint();
  }

  private void use(SavedSearch one) {
    search.change(one.query());
  }

  private void delete(SavedSearch one) {
    change(known -> known.without(one));
  }

  private void rename(SavedSearch one) {
    renaming = one;
    hint("New name");
    name.setEnabled(true);
    TextGate.text(name, one.name());
    name.selectAll();
    name.requestFocusInWindow();
  }

  private void named() {
    SavedSearch one = renaming;
    String text = name.getText();
    if (one == null) {
      change(known -> known.with(text, search.now()));
    } else {
      change(known -> known.renamed(one, text));
    }
    doNotRename();
    list.requestFocusInWindow();
  }

  private void doNotRename() {
    renaming = null;
    TextGate.text(name, "");
    searchChanged();
  }

  private void change(UnaryOperator<SavedSearches> by) {
    SavedSearches next = by.apply(saved);
    if (!next.equals(saved)) {
      saved = next;
      list.show(next.all());
      keep.accept(next.write());
      searchChanged();
    }
  }

  private void bind(String key, Consumer<SavedSearch> run) {
    list.getInputMap().put(Keys.stroke(key), "fastshot " + key);
    list.getActionMap().put("fastshot " + key, new Run(() -> onSelected(run)));
  }

  private void onSelected(Consumer<SavedSearch> run) {
    SavedSearch one = list.getSelectedValue();
    if (one != null) {
      run.accept(one);
    }
  }

  private final class Leaving extends FocusAdapter {
    @Override
    public void focusLost(FocusEvent event) {
      if (renaming != null) {
        doNotRename();
      }
    }
  }

  private final class Clicks extends MouseAdapter {
    @Override
    public void mousePressed(MouseEvent event) {
      SavedSearch one = list.at(event.getPoint());
      if (one == null) {
        list.clearSelection();
      } else if (SwingUtilities.isLeftMouseButton(event)) {
        use(one);
      } else {
        list.setSelectedValue(one, false);
      }
    }
  }
}
