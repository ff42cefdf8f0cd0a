package io.fastshot.client.data.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VocabularyTest {
  private static final Vocabulary WORDS =
      Vocabulary.of(
          List.of(
              row("a", List.of("bug", "Bug", "UI work"), "draft", "red"),
              row("b", List.of("Bug", "build"), "", "blue"),
              row("c", List.of("build", "a\"b", " "), "demo", "blue"),
              row("d", List.of("build"), "demo", "")));

  private static IndexRow row(String base, List<String> tags, String type, String color) {
    SessionFields fields = new SessionFields("n", "", tags, color, type, 0, null);
    return IndexRow.of(new SessionMeta(new SessionId(base), fields, 1, null, null, false, null), 1);
  }

  private static List<String> offered(String search) {
    return WORDS.completions(search, search.length()).stream()
        .map(completion -> completion.applied(search))
        .toList();
  }

  @Test
  void valuesOfAFieldTheMostFrequentFirst() {
    assertThat(offered("tag:b")).containsExactly("tag:build ", "tag:bug ");
    assertThat(offered("x -tag:BU")).containsExactly("x -tag:build ", "x -tag:bug ");
    assertThat(offered("tag:")).containsExactly("tag:build ", "tag:bug ", "tag:\"UI work\" ");
    assertThat(offered("class:")).containsExactly("class:demo ", "class:draft ");
    assertThat(offered("colour:")).containsExactly("color:blue ", "color:red ");
    assertThat(offered("is:d")).containsExactly("is:degraded ");
    assertThat(WORDS.completions("tag:bug", 6).getLast().count()).isEqualTo(2);
  }

  @Test
  void aWordGoesOnToFieldsTagsAndClasses() {
    assertThat(offered("de")).containsExactly("desc:", "class:demo ");
    assertThat(offered("x bui")).containsExactly("x tag:build ");
    assertThat(offered("b")).containsExactly("before:");
  }

  @Test
  void whatIsCompleteOrQuotedGoesOnToNothing() {
    assertThat(offered("")).isEmpty();
    assertThat(offered("tag:bug")).isEmpty();
    assertThat(offered("tag:bug ")).isEmpty();
    assertThat(offered("\"de")).isEmpty();
    assertThat(offered("name:b")).isEmpty();
  }

  @Test
  void inTheMiddleOnlyWhatStandsBeforeTheCaretIsReplaced() {
    var completion = WORDS.completions("tag:bu draft", 6).getFirst();
    assertThat(completion.applied("tag:bu draft")).isEqualTo("tag:build  draft");
    assertThat(completion.caret()).isEqualTo("tag:build ".length());
  }
}
