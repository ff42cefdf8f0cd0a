package io.fastshot.client.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.display.WindowTest;
import io.fastshot.client.ui.catalog.RowState;
import io.fastshot.client.ui.catalog.SessionColumn;
import io.fastshot.client.ui.catalog.ShownRows;
import io.fastshot.client.ui.catalog.SortOrder;
import io.fastshot.client.ui.kit.Tasks;
import io.fastshot.client.ui.thumbs.Thumbnails;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.RowSorter.SortKey;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.Test;

@WindowTest
final class SessionTableTest {
  private static final SortOrder BY_NAME = new SortOrder(SessionColumn.NAME, true);

  @Test
  void headerShowsTheOrderThatTheRowsAreInAndSaysThatItSorts() {
    List<SortOrder> wishes = new ArrayList<>();
    try (Tasks tasks = new Tasks("thumbnails", 1)) {
      GuiActionRunner.execute(() -> {
        SessionTable table =
            new SessionTable(
                "Sessions",
                row -> RowState.of(row, null, false),
                new Thumbnails(_ -> Optional.empty(), tasks, 60, 1),
                SortOrder.initial(),
                wishes::add);
        SortKey byDate = table.getRowSorter().getSortKeys().getFirst();
        table.getRowSorter().toggleSortOrder(SessionColumn.NAME.index());
        assertThat(wishes).containsExactly(BY_NAME);
        assertThat(table.getRowSorter().getSortKeys().getFirst()).isEqualTo(byDate);

        table.sortingBy(SessionColumn.NAME);
        assertThat(table.headerText(SessionColumn.NAME)).isEqualTo("Name …");
        assertThat(table.headerText(SessionColumn.SIZE)).isEqualTo("Size");

        table.show(new ShownRows(List.of(), Map.of(), "", BY_NAME));
        assertThat(table.headerText(SessionColumn.NAME)).isEqualTo("Name");
        assertThat(table.getRowSorter().getSortKeys().getFirst().getColumn())
            .isEqualTo(SessionColumn.NAME.index());
      });
    }
  }
}
