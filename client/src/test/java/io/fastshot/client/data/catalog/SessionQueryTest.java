package io.fastshot.client.data.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionQueryTest {
  private static final IndexRow ROW =
      new IndexRow(
          new SessionMeta(
              new SessionId("20250621114615_login"),
              new SessionFields(
                  "Crème Brûlée 登录页面",
                  "Fails after\nthe second try",
                  List.of("bug", "UI"),
                  "red",
                  "development",
                  3,
                  null),
              1,
              null,
              null,
              false,
              null),
          false,
          1,
          Map.of());

  private static boolean matches(String text) {
    return SessionQuery.parse(text).matches(ROW);
  }

  @Test
  void everyWordMustOccurSomewhere() {
    assertThat(matches("")).isTrue();
    assertThat(matches("  bug   second ")).isTrue();
    assertThat(matches("bug third")).isFalse();
    assertThat(matches("20250621")).isTrue();
    assertThat(matches("red develop")).isTrue();
  }

  @Test
  void caseAndAccentsDoNotCount() {
    assertThat(matches("creme BRULEE")).isTrue();
    assertThat(matches("CRÈME")).isTrue();
    assertThat(matches("登录")).isTrue();
    assertThat(matches("登出")).isFalse();
  }
}
