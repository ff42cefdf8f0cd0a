package io.fastshot.client.ui.table;

import io.fastshot.client.ui.catalog.SessionColumn;
import java.awt.Component;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.SwingConstants;
import javax.swing.table.TableCellRenderer;

/** The header of a column, aligned as its cells are; painted by the theme. */
record HeaderCell(SessionTable table, SessionColumn shows, int alignment)
    implements TableCellRenderer {

  /** Texts start at the left, numbers end at the right, dots stand in the middle. */
  static int alignmentOf(TableCellRenderer cells) {
    return cells instanceof JLabel label ? label.getHorizontalAlignment() : SwingConstants.LEADING;
  }

  @Override
  public Component getTableCellRendererComponent(
      JTable any, Object value, boolean selected, boolean focused, int row, int column) {
    // Asked for at each paint: a change of theme replaces it.
    TableCellRenderer theme = table.getTableHeader().getDefaultRenderer();
    Component cell =
        theme.getTableCellRendererComponent(
            any, table.headerText(shows), selected, focused, row, column);
    if (cell instanceof JLabel label) {
      label.setHorizontalAlignment(alignment);
      Optional<SortIcon> sorted = table.sortIcon(shows);
      sorted.ifPresent(label::setIcon);
      label
          .getAccessibleContext()
          .setAccessibleName(
              shows.accessibleName()
                  + sorted.map(icon -> ", sort column " + icon.place()).orElse(""));
    }
    return cell;
  }
}
