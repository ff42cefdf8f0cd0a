package io.fastshot.client.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TextsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 bytes",
    "1, 1 byte",
    "999, 999 bytes",
    "1000, 1.0 kB",
    "9949, 9.9 kB",
    "9950, 10 kB",
    "999499, 999 kB",
    "999500, 1.0 MB",
    "412000000, 412 MB",
    "9223372036854775807, 9223 PB"
  })
  void sizesHaveAtMostThreeDigits(long bytes, String words) {
    assertThat(Texts.bytes(bytes)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0", "999, 1000, 99", "1000, 1000, 100", "1, 1000000, 0"})
  void hundredPercentMeansDone(long done, long total, int percent) {
    assertThat(Texts.percent(done, total)).isEqualTo(percent);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0.5S, less than a second",
    "PT2.1S, about 3 s",
    "PT100S, about 2 min",
    "PT3H, about 3 h"
  })
  void durationsAreRounded(Duration duration, String words) {
    assertThat(Texts.about(duration)).isEqualTo(words);
  }

  @Test
  void shorteningKeepsWholeCharacters() {
    assertThat(Texts.shortened("😀😁😂🤣😃😄", 4)).isEqualTo("😀😁…😄");
  }

  @Test
  void tooltipsAreNeverReadAsHtml() {
    assertThat(Texts.tooltip("<b>&")).contains("&lt;b&gt;&amp;");
  }

  @Test
  void otherThreadsMayNotTouchTheScreen() {
    assertThatThrownBy(Edt::require).hasMessageContaining("only the event thread");
  }
}
