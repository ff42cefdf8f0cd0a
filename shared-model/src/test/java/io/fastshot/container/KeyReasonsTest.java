package io.fastshot.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.container.bytes.XorMask;
import io.fastshot.container.json.KeyReasons;
import io.fastshot.container.json.Reasons;
import org.junit.jupiter.api.Test;

class KeyReasonsTest {
  private static final XorMask OLD = XorMask.of("old");
  private static final XorMask NEW = XorMask.of("new");

  @Test
  void aReasonRemembersItsKey() {
    String wrong = KeyReasons.marked(Reasons.KEY_WRONG, OLD);
    assertThat(wrong).startsWith(Reasons.KEY_WRONG).doesNotContain("old");
    assertThat(KeyReasons.unmarked(wrong)).isEqualTo(Reasons.KEY_WRONG);
    assertThat(KeyReasons.isOfAnotherKey(wrong, OLD)).isFalse();
    assertThat(KeyReasons.isOfAnotherKey(wrong, NEW)).isTrue();
    assertThat(KeyReasons.isOfAnotherKey(wrong, XorMask.none())).isTrue();
    assertThat(KeyReasons.isWantOfKey(wrong)).isTrue();
  }

  @Test
  void withoutAKeyThereIsNoMark() {
    String missing = KeyReasons.marked(Reasons.KEY_MISSING, XorMask.none());
    assertThat(missing).isEqualTo(Reasons.KEY_MISSING);
    assertThat(KeyReasons.isOfAnotherKey(missing, XorMask.none())).isFalse();
    assertThat(KeyReasons.isOfAnotherKey(missing, NEW)).isTrue();
  }

  @Test
  void whatNoKeyChangesStaysAsItIs() {
    assertThat(KeyReasons.marked(Reasons.CHECKSUM, OLD)).isEqualTo(Reasons.CHECKSUM);
    assertThat(KeyReasons.isOfAnotherKey(Reasons.CHECKSUM, NEW)).isFalse();
    assertThat(KeyReasons.isOfAnotherKey(null, NEW)).isFalse();
    assertThat(KeyReasons.isWantOfKey(Reasons.KEY_NOT_NEEDED)).isFalse();
    assertThat(KeyReasons.isOfMisfit(Reasons.KEY_NOT_NEEDED)).isTrue();
  }
}
