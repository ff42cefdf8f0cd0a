package io.fastshot.store;

import static io.fastshot.store.StoreFixture.bytes;
import static io.fastshot.store.StoreFixture.found;
import static io.fastshot.store.StoreFixture.put;
import static io.fastshot.store.StoreFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What every store of the port does with parts of objects. */
public interface ObjectStoreRangeContract {
  Precondition NONE = Precondition.none();
  ByteRange WHOLE = ByteRange.whole();

  /** The store of this test. */
  ObjectStore store();

  @Test
  default void aSpanGivesItsBytesAndItsOffset() throws IOException {
    put(store(), "k", "0123456789");
    try (GetOutcome.Found found = found(store().get("k", ByteRange.of(3, 4), NONE))) {
      assertThat(found.body().readAllBytes()).isEqualTo(bytes("3456"));
      assertThat(found.offset()).isEqualTo(3);
      assertThat(found.info().sizeBytes()).isEqualTo(10);
    }
  }

  @Test
  default void aSpanBeyondTheEndGivesWhatThereIs() throws IOException {
    put(store(), "k", "0123456789");
    assertThat(text(store().get("k", ByteRange.of(8, 100), NONE))).isEqualTo("89");
    assertThat(text(store().get("k", ByteRange.of(0, 100), NONE))).isEqualTo("0123456789");
  }

  @Test
  default void fromGivesTheRest() throws IOException {
    put(store(), "k", "0123456789");
    assertThat(text(store().get("k", new ByteRange.From(7), NONE))).isEqualTo("789");
  }

  @Test
  default void aSuffixGivesTheLastBytesAndTheirOffset() throws IOException {
    put(store(), "k", "0123456789");
    try (GetOutcome.Found found = found(store().get("k", new ByteRange.Suffix(4), NONE))) {
      assertThat(found.body().readAllBytes()).isEqualTo(bytes("6789"));
      assertThat(found.offset()).isEqualTo(6);
    }
  }

  @Test
  default void aSuffixLongerThanTheObjectGivesAllOfIt() throws IOException {
    put(store(), "k", "0123456789");
    try (GetOutcome.Found found = found(store().get("k", new ByteRange.Suffix(100), NONE))) {
      assertThat(found.body().readAllBytes()).isEqualTo(bytes("0123456789"));
      assertThat(found.offset()).isZero();
    }
  }

  @Test
  default void aRangeBehindTheEndIsOutOfRange() {
    put(store(), "k", "0123456789");
    assertThat(store().get("k", ByteRange.of(10, 1), NONE))
        .isInstanceOf(GetOutcome.OutOfRange.class);
    assertThat(store().get("k", new ByteRange.From(10), NONE))
        .isInstanceOf(GetOutcome.OutOfRange.class);
  }

  @Test
  default void anEmptyObjectIsReadWholeAndOutOfEveryRange() throws IOException {
    put(store(), "k", "");
    assertThat(text(store(), "k")).isEmpty();
    assertThat(store().head("k").orElseThrow().sizeBytes()).isZero();
    assertThat(store().get("k", ByteRange.of(0, 10), NONE))
        .isInstanceOf(GetOutcome.OutOfRange.class);
    assertThat(store().get("k", new ByteRange.Suffix(10), NONE))
        .isInstanceOf(GetOutcome.OutOfRange.class);
  }
}
