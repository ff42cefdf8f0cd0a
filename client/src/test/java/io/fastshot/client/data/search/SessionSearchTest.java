package io.fastshot.client.data.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SessionSearchTest {
  private static final SessionFields FIELDS =
      new SessionFields(
          "Crème Brûlée 登录页面",
          "Fails after\nthe second try, Straße http://x",
          List.of("bug", "UI work", ""),
          "red",
          "Development",
          3,
          "2025-06-21T11:46:15");
  private static final SearchableSession SESSION =
      session("20250621114615_login", FIELDS, 2_400_000, null);

  private static SearchableSession session(
      String base, SessionFields fields, long size, @Nullable String degraded) {
    return new SearchableSession(
        IndexRow.of(
            new SessionMeta(new SessionId(base), fields, size, null, null, false, degraded), 1));
  }

  private static final String MATCHING =
      """
      20250621
      red develop
      creme BRULEE
      ｂｕｇ
      STRASSE
      登录
      "second try"
      second" "try
      tag:bug
      TAG:BUG
      tag:"ui work"
      tag:ui*
      -tag:ui
      -crash
      color:RED
      colour:red
      class:development
      class:dev*
      name:brulee
      desc:"second try"
      file:_login
      before:2026
      before:2025-07
      before:2025-06-22
      after:2025
      after:2025-06
      after:2025-06-21
      created:2025
      created:2025-06
      created:2025-06-21
      images:3
      images:>2
      images:>=3
      images:<4
      images:<=3
      images:2..3
      size:<10mb
      size:>2.3MB
      size:2400kb
      size:2400000
      size:1mb..3mb
      is:local
      -is:cloud
      -is:degraded
      crash or bug
      crash OR tag:ui* second
      crash or hang or bug
      12:30 or bug
      -crash or hang
      """;

  static Stream<String> holdsForTheSession() {
    return MATCHING.lines();
  }

  private static final String OTHERS =
      """
      bug third
      登出
      "try second"
      tag:bu
      tag:ui
      tag:""
      -bug
      -tag:bug
      color:blue
      class:dev
      name:second
      desc:brulee
      file:brulee
      before:2025
      before:2025-06-21
      after:2026
      after:2025-06-22
      created:2025-07
      images:>3
      images:<3
      images:4..9
      size:>10mb
      size:<2.4mb
      is:cloud
      -is:local
      is:degraded
      crash or hang
      crash or hang bug
      bug crash or hang
      12:30
      "or bug"
      """;

  static Stream<String> doesNotMatch() {
    return OTHERS.lines();
  }

  private static boolean matches(String text) {
    return SessionSearch.parse(text).matches(SESSION, () -> true);
  }

  @ParameterizedTest
  @MethodSource
  void holdsForTheSession(String text) {
    assertThat(SessionSearch.parse(text).mistakes()).isEmpty();
    assertThat(matches(text)).isTrue();
  }

  @ParameterizedTest
  @MethodSource
  void doesNotMatch(String text) {
    assertThat(SessionSearch.parse(text).mistakes()).isEmpty();
    assertThat(matches(text)).isFalse();
  }

  @Test
  void aSessionWithoutADateOfItsOwnHasThatOfItsFile() {
    SessionFields undated = new SessionFields("", "", List.of(), "", "", 0, null);
    SearchableSession stamped = session("20240102030405_x", undated, 1, "cut off");
    assertThat(SessionSearch.parse("created:2024-01-02").matches(stamped, () -> false)).isTrue();
    assertThat(SessionSearch.parse("is:degraded tag:\"\"").matches(stamped, () -> false)).isTrue();
    SearchableSession none = session("x", undated, 1, null);
    assertThat(SessionSearch.parse("before:2030").matches(none, () -> false)).isFalse();
    assertThat(SessionSearch.parse("after:1990").matches(none, () -> false)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "bug colr:red x | 4 | 12 | did you mean color:?",
        "bug tga:x      | 4 |  9 | did you mean tag:?",
        "http://x       | 0 |  8 | no field “http:”. In quotation marks",
        "x images:many  | 2 | 13 | a number is written 3, >3",
        "size:10tb      | 0 |  9 | a size is written 500kb",
        "before:june    | 0 | 11 | a date is written 2025, 2025-06",
        "after:2025-13  | 0 | 13 | there is no day 2025-13",
        "after:2025-02-30 | 0 | 16 | there is no day 2025-02-30",
        "is:new         | 0 |  6 | local, cloud or degraded",
        "x tag:         | 2 |  6 | after the colon comes a value: tag:bug",
        "x \"second try | 2 | 13 | not closed",
        "or bug         | 0 |  2 | stands between two parts",
        "bug or         | 4 |  6 | after “or” comes another part",
      })
  void aMistakeIsNamedWithItsPlaceAndWhatWouldBeRight(
      String text, int start, int end, String message) {
    assertThat(SessionSearch.parse(text).mistakes())
        .singleElement()
        .satisfies(mistake -> {
          assertThat(mistake.start()).isEqualTo(start);
          assertThat(mistake.end()).isEqualTo(end);
          assertThat(mistake.message()).contains(message);
        });
  }

  /** While somebody types, what is not finished hides nothing. */
  @ParameterizedTest
  @ValueSource(strings = {"bug tag:", "bug images:>", "bug before:2025-0", "bug or", "bug \"sec"})
  void whatIsNotFinishedIsLeftOut(String text) {
    assertThat(SessionSearch.parse(text).mistakes()).hasSize(1);
    assertThat(matches(text)).isTrue();
  }

  @Test
  void anUnknownFieldIsLookedForAsItStands() {
    assertThat(matches("http://x")).isTrue();
    assertThat(matches("http://y")).isFalse();
  }
}
