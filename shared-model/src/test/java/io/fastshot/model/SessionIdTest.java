package io.fastshot.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionIdTest {
  @Test
  void onlyTheLastSuffixIsCut() {
    SessionId id = SessionId.ofFilename("2025_a.fastshot.b.fastshot");
    assertThat(id.base()).isEqualTo("2025_a.fastshot.b");
    assertThat(id.filename()).isEqualTo("2025_a.fastshot.b.fastshot").isEqualTo(id.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a.png", ".fastshot", "a.fastshot2", "a.Fastshot"})
  void otherNamesAreRefused(String filename) {
    assertThat(SessionId.isSessionFilename(filename)).isFalse();
    assertThatThrownBy(() -> SessionId.ofFilename(filename))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void idsAreInTheOrderOfTheirNames() {
    assertThat(new SessionId("a")).isLessThan(new SessionId("b"));
  }
}
