package io.fastshot.client.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextWidthTest {
  @Test
  void chineseTakesTwoColumnsAndMarksNone() {
    assertThat(TextWidth.of("abc")).isEqualTo(3);
    assertThat(TextWidth.of("登录")).isEqualTo(4);
    assertThat(TextWidth.of("e\u0301")).isEqualTo(1);
    assertThat(TextWidth.of("🔑")).isEqualTo(2);
  }

  @Test
  void cutTextsEndInAnEllipsisAndFit() {
    assertThat(TextWidth.cut("登录页面", 8)).isEqualTo("登录页面");
    assertThat(TextWidth.cut("登录页面", 7)).isEqualTo("登录页…");
    assertThat(TextWidth.cut("登录页面", 6)).isEqualTo("登录…");
    assertThat(TextWidth.cut("abc", 2)).isEqualTo("a…");
  }

  @Test
  void columnsAlignWhateverTheLetters() {
    Table table = new Table("NAME", "SIZE");
    table.add("登录", "1");
    table.add("login page", "2");
    assertThat(table.lines(80)).containsExactly("NAME        SIZE", "登录        1", "login page  2");
  }

  @Test
  void sizesAreRounded() {
    assertThat(List.of(0L, 999L, 1_000L, 9_949L, 999_499L, 999_500L, 12_000_000L))
        .extracting(Sizes::of)
        .containsExactly("0 B", "999 B", "1.0 kB", "9.9 kB", "999 kB", "1.0 MB", "12 MB");
  }
}
