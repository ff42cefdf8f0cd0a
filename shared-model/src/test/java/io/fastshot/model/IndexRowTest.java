package io.fastshot.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class IndexRowTest {

  @Test
  void shortTextsStayWhole() {
    IndexRow row = IndexRow.of(meta("name", "desc", List.of("a", "b")), 7);

    assertThat(row.descCut()).isFalse();
    assertThat(row.rev()).isEqualTo(7);
    assertThat(row.meta()).isEqualTo(meta("name", "desc", List.of("a", "b")));
  }

  @Test
  void aLongDescriptionIsCutBetweenCodePoints() {
    IndexRow row = IndexRow.of(meta("name", "🚀".repeat(281), List.of()), 1);

    assertThat(row.descCut()).isTrue();
    assertThat(row.meta().fields().desc()).isEqualTo("🚀".repeat(280));
  }

  @Test
  void noTextOfAStrangeFileMakesTheListLarge() {
    String megabyte = "x".repeat(1 << 20);
    IndexRow row = IndexRow.of(meta(megabyte, megabyte, Collections.nCopies(1000, megabyte)), 1);

    SessionFields fields = row.meta().fields();
    assertThat(row.descCut()).isTrue();
    assertThat(fields.name()).hasSize(280);
    assertThat(fields.tags()).hasSize(10).allMatch(tag -> tag.length() == 100);
  }

  @Test
  void noTimeAndNoReasonOfAStrangeFileMakesTheListLarge() {
    String megabyte = "x".repeat(1 << 20);
    SessionFields fields =
        new SessionFields("", "", Collections.nCopies(1000, "t"), "", "", 0, megabyte);
    SessionMeta meta =
        new SessionMeta(new SessionId("a"), fields, 10, null, "\"e\"", false, megabyte);
    SessionMeta row = IndexRow.of(meta, 1).meta();
    assertThat(row.fields().createdAt()).hasSize(IndexRow.MAX_TAG_CODE_POINTS);
    assertThat(row.degraded()).hasSize(IndexRow.MAX_DESC_CODE_POINTS);
    assertThat(row.fields().tags()).hasSize(IndexRow.MAX_TAGS);
  }

  private static SessionMeta meta(String name, String desc, List<String> tags) {
    SessionFields fields = new SessionFields(name, desc, tags, "blue", "", 1, null);
    return new SessionMeta(new SessionId("a"), fields, 10, null, "\"e\"", false, null);
  }

  @Test
  void madeAsItsFileSaysElseAsTheDigitsOfItsName() {
    assertThat(made("20250621114615_a", "2024-01-02T03:04:05").created())
        .isEqualTo("2024-01-02T03:04:05");
    assertThat(made("20250621114615_a", " ").created()).isEqualTo("2025-06-21T11:46:15");
    assertThat(made("20250621114615", null).created()).isEqualTo("2025-06-21T11:46:15");
    assertThat(made("2025062111461_a", null).created()).isEmpty();
    assertThat(made("2025062111461", null).created()).isEmpty();
  }

  private static IndexRow made(String base, @Nullable String createdAt) {
    SessionFields fields = new SessionFields("n", "", List.of(), "", "", 0, createdAt);
    return IndexRow.of(new SessionMeta(new SessionId(base), fields, 1, null, null, false, null), 1);
  }
}
