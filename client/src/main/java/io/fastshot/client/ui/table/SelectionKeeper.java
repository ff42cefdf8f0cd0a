package io.fastshot.client.ui.table;

import io.fastshot.client.ui.catalog.ShownRows;
import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionId;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.swing.JTable;
import javax.swing.JViewport;
import javax.swing.ListSelectionModel;
import org.jspecify.annotations.Nullable;

/** Carries selection and scroll position over a change of the rows, session by session. */
final class SelectionKeeper {
  private final JTable table;

  SelectionKeeper(JTable table) {
    this.table = table;
  }

  void replace(ShownRows before, ShownRows after, Runnable change) {
    if (before.isSameOrder(after)) {
      change.run();
      return;
    }
    List<SessionId> selected =
        Arrays.stream(table.getSelectedRows()).mapToObj(i -> before.rows().get(i).id()).toList();
    SessionId lead = idAt(before, table.getSelectionModel().getLeadSelectionIndex());
    int firstSelected = table.getSelectedRow();
    Anchor anchor = anchor(before);
    ListSelectionModel model = table.getSelectionModel();
    model.setValueIsAdjusting(true);
    try {
      change.run();
      select(after, selected, lead);
      boolean gone = !selected.isEmpty() && table.getSelectedRowCount() == 0;
      if (gone && before.query().equals(after.query())) {
        selectNeighbour(after, firstSelected);
      }
    } finally {
      model.setValueIsAdjusting(false);
    }
    if (before.query().equals(after.query()) || before.rows().isEmpty()) {
      scrollTo(after, anchor);
    } else {
      scrollToTop();
    }
  }

  private void select(ShownRows after, List<SessionId> selected, @Nullable SessionId lead) {
    Map<SessionId, Integer> positions = after.positions();
    ListSelectionModel model = table.getSelectionModel();
    int[] indexes =
        selected.stream()
            .filter(positions::containsKey)
            .mapToInt(positions::get)
            .sorted()
            .toArray();
    for (int start = 0; start < indexes.length; ) {
      int end = start;
      while (end + 1 < indexes.length && indexes[end + 1] == indexes[end] + 1) {
        end++;
      }
      model.addSelectionInterval(indexes[start], indexes[end]);
      start = end + 1;
    }
    Integer leadIndex = lead == null ? null : positions.get(lead);
    if (leadIndex != null && model.isSelectedIndex(leadIndex)) {
      model.addSelectionInterval(leadIndex, leadIndex);
    }
  }

  /** After a deletion the row that moved into the place is the next one to look at. */
  private void selectNeighbour(ShownRows after, int firstSelected) {
    if (!after.rows().isEmpty()) {
      int index = Math.clamp(firstSelected, 0, after.rows().size() - 1);
      table.getSelectionModel().setSelectionInterval(index, index);
    }
  }

  /** The first row on the screen and how far it is scrolled; rows at the very top stay there. */
  private record Anchor(@Nullable SessionId id, int offset) {}

  private Anchor anchor(ShownRows before) {
    Rectangle visible = table.getVisibleRect();
    if (visible.y == 0) {
      return new Anchor(null, 0);
    }
    int row = table.rowAtPoint(new Point(0, visible.y));
    return new Anchor(
        idAt(before, row), visible.y - table.getCellRect(Math.max(row, 0), 0, true).y);
  }

  private void scrollTo(ShownRows after, Anchor anchor) {
    Integer row = anchor.id() == null ? null : after.positions().get(anchor.id());
    if (row == null || !(table.getParent() instanceof JViewport viewport)) {
      return;
    }
    table.setSize(table.getWidth(), table.getPreferredSize().height);
    int most = Math.max(0, table.getHeight() - viewport.getHeight());
    int y = Math.clamp(table.getCellRect(row, 0, true).y + anchor.offset(), 0, most);
    viewport.setViewPosition(new Point(viewport.getViewPosition().x, y));
  }

  private void scrollToTop() {
    if (table.getParent() instanceof JViewport viewport) {
      viewport.setViewPosition(new Point(viewport.getViewPosition().x, 0));
    }
  }

  private static @Nullable SessionId idAt(ShownRows rows, int index) {
    if (index < 0 || index >= rows.rows().size()) {
      return null;
    }
    IndexRow row = rows.rows().get(index);
    return row.id();
  }
}
