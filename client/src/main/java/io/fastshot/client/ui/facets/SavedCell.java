package io.fastshot.client.ui.facets;

import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.look.Glyph;
import io.fastshot.client.ui.look.Look;
import java.awt.Component;
import java.util.function.Supplier;
import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.ListCellRenderer;
import javax.swing.UIManager;

/** The name of a saved search; the one that is searched for is marked. */
final class SavedCell extends JLabel implements ListCellRenderer<SavedSearch> {
  private static final long serialVersionUID = 1L;
  private static final Icon SEARCH = Glyph.SEARCH.icon(12);

  private final transient Supplier<String> now;

  SavedCell(Supplier<String> now) {
    this.now = now;
    setIcon(SEARCH);
    setIconTextGap(6);
  }

  @Override
  public Component getListCellRendererComponent(
      JList<? extends SavedSearch> list,
      SavedSearch search,
      int index,
      boolean selected,
      boolean focused) {
    boolean chosen = search.query().equals(now.get().strip());
    setFont(list.getFont());
    setOpaque(chosen);
    setBackground(UIManager.getColor("List.selectionBackground"));
    setForeground(chosen ? UIManager.getColor("List.selectionForeground") : list.getForeground());
    setBorder(CompactList.border(focused, chosen ? getForeground() : Look.accent(), 0));
    TextGate.text(this, search.name());
    TextGate.tip(this, search.name() + "\n" + search.query());
    getAccessibleContext()
        .setAccessibleName(search.name() + ", " + search.query() + (chosen ? ", chosen" : ""));
    return this;
  }
}
