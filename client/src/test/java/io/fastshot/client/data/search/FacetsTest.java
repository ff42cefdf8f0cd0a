package io.fastshot.client.data.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FacetsTest {
  private static final List<IndexRow> ROWS =
      List.of(
          row("a", "red", "draft", "2025-06-02T00:00:00", "bug", "UI work", "Bug"),
          row("b", "RED", "", "2025-06-21T00:00:00", "ｂｕｇ", ""),
          row("20240105000000_c", "blue", "draft", "", "say \"hi\"", "x\ny", "zoo"),
          row("d", "", "", "2025-02-21T00:00:00", "ant"),
          row("e", "", "", "someday"));

  private static IndexRow row(
      String base, String color, String type, String created, String... tags) {
    SessionFields fields =
        new SessionFields(
            "", "", List.of(tags), color, type, 1, created.isEmpty() ? null : created);
    return IndexRow.of(
        new SessionMeta(new SessionId(base), fields, 10, null, null, false, null), 1);
  }

  private static List<String> values(String search, SearchField field) {
    return Facets.of(ROWS, search).values(field).stream()
        .map(value ->
            switch (value.mark()) {
                  case NONE -> "";
                  case CHOSEN -> "+";
                  case EXCLUDED -> "-";
                }
                + value.text()
                + " "
                + value.count())
        .toList();
  }

  /** Case and width do not count; a session has a tag once; what no search can hold is left out. */
  @Test
  void valuesAreCountedInSessionsTheMostFrequentFirst() {
    assertThat(values("", SearchField.TAG)).containsExactly("ｂｕｇ 2", "UI work 1", "ant 1", "zoo 1");
    assertThat(values("", SearchField.COLOR)).containsExactly("red 2", "blue 1");
    assertThat(values("", SearchField.CLASS)).containsExactly("draft 2");
  }

  @Test
  void whatTheSearchSaysComesFirstWhetherSessionsHaveItOrNot() {
    assertThat(values("zoo tag:ZOO -tag:gone -tag:gone tag:b*", SearchField.TAG))
        .containsExactly("+zoo 1", "-gone 0", "+b* 0", "ｂｕｇ 2", "UI work 1", "ant 1");
  }

  @Test
  void timesAreYearsNewestFirstAndTheMonthsOfTheOpenYear() {
    assertThat(values("", SearchField.CREATED)).containsExactly("2025 3", "2024 1");
    assertThat(values("created:2025", SearchField.CREATED))
        .containsExactly("+2025 3", "2025-06 2", "2025-02 1", "2024 1");
    assertThat(values("created:2025-06", SearchField.CREATED))
        .containsExactly("2025 3", "+2025-06 2", "2025-02 1", "2024 1");
    assertThat(values("-created:2024", SearchField.CREATED)).containsExactly("2025 3", "-2024 1");
    assertThat(values("created:2023-05-01", SearchField.CREATED))
        .containsExactly("2025 3", "2024 1", "+2023-05-01 0");
  }

  @Test
  void whatIsCountedIsWhatASearchForItFinds() {
    for (SearchField field : Facets.FIELDS) {
      for (FacetValue value : Facets.of(ROWS, "created:2025").values(field)) {
        SessionSearch search =
            SessionSearch.parse(SearchParts.of("").toggled(field, value.text(), false));
        assertThat(
                ROWS.stream()
                    .filter(row -> search.matches(new SearchableSession(row), () -> false)))
            .as(value.text())
            .hasSize(value.count());
      }
    }
  }

  @Test
  void aHundredThousandSessionsAreCounted() {
    List<IndexRow> many =
        IntStream.range(0, 100_000)
            .mapToObj(i -> row("s" + i, "red", "c" + i % 7, "2025-06-01T00:00:00", "t" + i % 1000))
            .toList();
    assertThat(Facets.of(many, "").values(SearchField.TAG))
        .hasSize(500)
        .first()
        .isEqualTo(new FacetValue(SearchField.TAG, "t0", 100, FacetValue.Mark.NONE));
  }
}
