package io.fastshot.client.ui.table;

import io.fastshot.client.ui.catalog.SessionColumn;
import io.fastshot.client.ui.kit.TextGate;
import java.util.EnumMap;
import java.util.Map;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JMenu;
import javax.swing.JPopupMenu;
import javax.swing.event.PopupMenuEvent;
import javax.swing.event.PopupMenuListener;

/** A menu in which columns are shown and hidden; it stays open for the next one. */
public final class ColumnMenu {
  private final ColumnChoice columns;
  private final Map<SessionColumn, JCheckBoxMenuItem> items = new EnumMap<>(SessionColumn.class);

  /** A menu for these columns. */
  public ColumnMenu(ColumnChoice columns) {
    this.columns = columns;
  }

  /** As an item of another menu. */
  public JMenu menu() {
    JMenu menu = TextGate.menu("Columns");
    menu.setName("menu.Columns");
    fill(menu.getPopupMenu(), "menu.column.");
    return menu;
  }

  /** As a context menu. */
  JPopupMenu popup() {
    JPopupMenu menu = new JPopupMenu();
    menu.setName("columns");
    fill(menu, "column.");
    return menu;
  }

  private void fill(JPopupMenu menu, String prefix) {
    for (SessionColumn column : SessionColumn.all()) {
      JCheckBoxMenuItem item = TextGate.check(column.accessibleName(), columns.isShown(column));
      item.setName(prefix + column.name());
      item.setEnabled(ColumnChoice.canHide(column));
      item.putClientProperty("CheckBoxMenuItem.doNotCloseOnMouseClick", true);
      item.addActionListener(_ -> columns.show(column, item.isSelected()));
      items.put(column, item);
      menu.add(item);
    }
    menu.addPopupMenuListener(new Opening());
  }

  private final class Opening implements PopupMenuListener {
    /** Another menu may have shown or hidden columns. */
    @Override
    public void popupMenuWillBecomeVisible(PopupMenuEvent event) {
      items.forEach((column, item) -> item.setSelected(columns.isShown(column)));
    }

    @Override
    public void popupMenuWillBecomeInvisible(PopupMenuEvent event) {
      // Each item acted when it was clicked.
    }

    @Override
    public void popupMenuCanceled(PopupMenuEvent event) {
      // Each item acted when it was clicked.
    }
  }
}
