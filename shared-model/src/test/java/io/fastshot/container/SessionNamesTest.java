package io.fastshot.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.model.SessionId;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class SessionNamesTest {
  private static final LocalDateTime WHEN = LocalDateTime.of(2025, 6, 21, 11, 46, 15, 999_999_999);

  @Test
  void nameIsSanitisedAndCutByCodePoints() {
    assertThat(name("demo_1", "x")).isEqualTo("20250621114615_demo_1.fastshot");
    assertThat(name(" a/b c:d? ", "")).isEqualTo("20250621114615_a_b_c_d_.fastshot");
    assertThat(name("会议²Ⅷ.v-1", "")).isEqualTo("20250621114615_会议²Ⅷ.v-1.fastshot");
    assertThat(name("🔑", "")).isEqualTo("20250621114615__.fastshot");
    String astral = "𝒜".repeat(31);
    assertThat(name(astral, "")).isEqualTo("20250621114615_" + "𝒜".repeat(30) + SessionId.SUFFIX);
    assertThat(name("a\uD83D", "")).isEqualTo("20250621114615_a_.fastshot");
  }

  @Test
  void blankNameGivesWayToTheDescription() {
    assertThat(name(" ", "Fix **the** bug!")).isEqualTo("20250621114615_Fix_the_bug.fastshot");
    assertThat(name("", "!!! ???")).isEqualTo("20250621114615__.fastshot");
    assertThat(name("", "!?")).isEqualTo("20250621114615_session.fastshot");
    assertThat(name("", "")).isEqualTo("20250621114615_session.fastshot");
  }

  private static String name(String name, String desc) {
    return SessionNames.filename(name, desc, WHEN);
  }
}
