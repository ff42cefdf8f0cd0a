package io.fastshot.client.ui.table;

import io.fastshot.client.ui.catalog.ShownRows;
import io.fastshot.model.SessionId;
import java.awt.Point;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import org.jspecify.annotations.Nullable;

/** Carries selection and scroll position over a change of the rows, session by session. */
final class SelectionKeeper {
  private final JTable table;
  private final ScrollAnchor anchor;

  SelectionKeeper(JTable table) {
    this.table = table;
    anchor =
        new ScrollAnchor(
            table,
            y -> table.rowAtPoint(new Point(0, y)),
            row -> table.getCellRect(row, 0, true).y);
  }

  void replace(ShownRows before, ShownRows after, Runnable change) {
    if (before.isSameOrder(after)) {
      change.run();
      return;
    }
    List<SessionId> selected =
        Arrays.stream(table.getSelectedRows()).mapToObj(i -> before.rows().get(i).id()).toList();
    SessionId lead = ScrollAnchor.idAt(before, table.getSelectionModel().getLeadSelectionIndex());
    int firstSelected = table.getSelectedRow();
    ScrollAnchor.Place place = anchor.place(before);
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
    anchor.restore(place, before, after);
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
}
