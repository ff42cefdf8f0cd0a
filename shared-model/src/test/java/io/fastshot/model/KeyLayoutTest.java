package io.fastshot.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyLayoutTest {
  private final KeyLayout layout = new KeyLayout("lib/");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "20250621114615_tt1",
        "会议 🔑",
        "a/b",
        "../x",
        "/",
        " ",
        "x.fastshot",
        "x.fastshot.fastshot",
        "x.meta.json",
        ".meta"
      })
  void everyKeyOfASessionMapsBackToIt(String base) {
    SessionId id = new SessionId(base);
    assertThat(layout.parse(layout.session(id))).isEqualTo(new ObjectKey.Session(id));
    assertThat(layout.parse(layout.metaIndex(id))).isEqualTo(new ObjectKey.MetaIndex(id));
    assertThat(layout.parse(layout.thumbnail(id))).isEqualTo(new ObjectKey.Thumbnail(id));
    assertThat(layout.parse(layout.trash(id))).isEqualTo(new ObjectKey.Trash(id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "lib/",
        "sessions/a.fastshot",
        "lib/sessions/.fastshot",
        "lib/sessions/a.FASTSHOT",
        "lib/sessions/a.fastshot/",
        "lib/meta_indexes/a.json",
        "lib/thumbnails/.png",
        "lib/overall_meta.json.bak",
        "lib2/sessions/a.fastshot"
      })
  void otherKeysAreForeign(String key) {
    assertThat(layout.parse(key)).isEqualTo(new ObjectKey.Foreign(key));
  }

  @Test
  void theOverallIndexIsKnown() {
    assertThat(layout.parse("lib/overall_meta.json")).isEqualTo(new ObjectKey.OverallMeta());
    assertThat(KeyLayout.atRoot().overallMeta()).isEqualTo("overall_meta.json");
  }

  @Test
  void aPrefixEndsInASlash() {
    assertThatThrownBy(() -> new KeyLayout("lib")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theLongestKeyDecidesWhetherASessionFits() {
    // "meta_indexes/" and ".meta.json" are 23 bytes, the prefix 4, a letter 3
    assertThat(layout.fits(new SessionId("会".repeat(332)))).isTrue();
    assertThat(layout.fits(new SessionId("会".repeat(333)))).isFalse();
  }

  /** Other stores take longer ones, which no index could ever tell of. */
  @Test
  void aKeyThatIsTooLongForS3StandsForNothing() {
    String longest = "lib/sessions/" + "x".repeat(1_024 - 13 - 9) + ".fastshot";
    assertThat(layout.parse(longest)).isInstanceOf(ObjectKey.Session.class);
    String tooLong = "lib/sessions/" + "会".repeat(335) + ".fastshot";
    assertThat(layout.parse(tooLong)).isEqualTo(new ObjectKey.Foreign(tooLong));
  }
}
