package io.fastshot.client.ui.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RowsRequestTest {
  private final SortedRows sorted = new SortedRows();
  private final SearchTexts texts = new SearchTexts();

  private static IndexRow row(String base, String name, int images, @Nullable String createdAt) {
    SessionFields fields = new SessionFields(name, "", List.of(), "blue", "", images, createdAt);
    return IndexRow.of(
        new SessionMeta(new SessionId(base), fields, 10, null, null, false, null), 1);
  }

  private static final List<IndexRow> ROWS =
      List.of(
          row("a", "beta", 2, "2025-06-02T00:00:00"),
          row("20250603000000_b", "Alpha", 10, null),
          row("c", "Éclair", 9, "2025-06-01T00:00:00"));

  private List<String> shown(String query, SessionColumn column, boolean ascending) {
    RowsRequest request =
        new RowsRequest(ROWS, query, new SortOrder(column, ascending), Map.of(), Set.of());
    return request.answer(sorted, texts).rows().stream().map(RowTexts::title).toList();
  }

  @Test
  void namesSortAsPeopleReadThem() {
    assertThat(shown("", SessionColumn.NAME, true)).containsExactly("Alpha", "beta", "Éclair");
  }

  @Test
  void numbersSortAsNumbers() {
    assertThat(shown("", SessionColumn.IMAGES, false)).containsExactly("Alpha", "Éclair", "beta");
  }

  @Test
  void whatIsEqualInTheFirstColumnIsSortedByTheNextEachItsOwnWay() {
    List<IndexRow> rows =
        List.of(row("a", "x", 2, null), row("b", "y", 1, null), row("c", "x", 3, null));
    SortOrder order = new SortOrder(SessionColumn.NAME, false).clickedToo(SessionColumn.IMAGES);
    for (int again = 0; again < 2; again++) {
      RowsRequest request = new RowsRequest(rows, "", order, Map.of(), Set.of());
      assertThat(request.answer(sorted, texts).rows())
          .containsExactly(rows.get(1), rows.get(2), rows.get(0));
    }
    RowsRequest turned =
        new RowsRequest(rows, "", order.clickedToo(SessionColumn.IMAGES), Map.of(), Set.of());
    assertThat(turned.answer(sorted, texts).rows())
        .containsExactly(rows.get(1), rows.get(0), rows.get(2));
  }

  @Test
  void sessionWithoutADateTakesThatOfItsFileName() {
    assertThat(shown("", SessionColumn.CREATED, false)).containsExactly("Alpha", "beta", "Éclair");
  }

  @Test
  void searchIgnoresCaseAndAccents() {
    assertThat(shown("ECLAIR", SessionColumn.NAME, true)).containsExactly("Éclair");
    assertThat(shown("", SessionColumn.NAME, true)).hasSize(3);
  }
}
