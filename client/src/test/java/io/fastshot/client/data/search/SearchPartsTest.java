package io.fastshot.client.data.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SearchPartsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "|tag|bug|tag:bug",
        "|tag|UI work|tag:\"UI work\"",
        "|tag|季度 报表|tag:\"季度 报表\"",
        "login|tag|bug|login tag:bug",
        "login tag:bug|tag|bug|login",
        "TAG:\"ui WORK\" login|tag|UI work|login",
        "-tag:bug|tag|bug|tag:bug",
        "tag:a or tag:bug or tag:c|tag|bug|tag:a or tag:c",
        "tag:bug or tag:c|tag|bug|tag:c",
        "tag:a or tag:bug|tag|bug|tag:a",
        "\"open text|tag|bug|\"open text\" tag:bug",
        "login or|tag|bug|login tag:bug",
        "login tag:|tag|bug|login tag:bug",
        "colour:red|color|red|",
        "class:draft|tag|draft|class:draft tag:draft",
        "created:2025|created|2025-06|created:2025-06",
        "x created:2025-06|created|2025-06|x",
        "-created:2024|created|2025|-created:2024 created:2025",
      })
  void aPartIsAddedOrTakenAway(String search, String field, String value, String then) {
    assertThat(toggled(search, field, value, false)).isEqualTo(then == null ? "" : then);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "|tag|UI work|-tag:\"UI work\"",
        "tag:bug|tag|bug|-tag:bug",
        "-tag:bug x|tag|bug|x",
        "created:2025|created|2025-06|created:2025 -created:2025-06",
      })
  void aPartIsExcludedOrNoMore(String search, String field, String value, String then) {
    assertThat(toggled(search, field, value, true)).isEqualTo(then);
  }

  private static String toggled(
      @org.jspecify.annotations.Nullable String search,
      String field,
      String value,
      boolean negative) {
    return SearchParts.of(search == null ? "" : search)
        .toggled(SearchField.of(field).orElseThrow(), value, negative);
  }
}
