package io.fastshot.store.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastshot.store.ByteRange;
import io.fastshot.store.Content;
import io.fastshot.store.Precondition;
import io.fastshot.store.PutOutcome;
import io.fastshot.store.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkGlobalTime;

/** What becomes of requests when this machine's clock and the store's differ. */
class S3ClockTest {
  private static final Precondition ANYWAY = Precondition.none();
  private static final Content PLAIN =
      Content.of("hello".getBytes(StandardCharsets.UTF_8), "text/plain");

  /** The SDK keeps what one client learned for all that are made later. */
  @BeforeEach
  @AfterEach
  void nothingIsLearned() {
    SdkGlobalTime.setGlobalTimeOffset(0);
  }

  @Test
  void aWrongClockIsSetRightAndTheWriteSentOnceMore() throws IOException {
    try (SkewedStore skewed = new SkewedStore(true);
        S3ObjectStore far = skewed.store()) {
      assertThat(far.put("k", PLAIN, ANYWAY)).isInstanceOf(PutOutcome.Installed.class);
      far.delete("k", ANYWAY);
      assertThat(skewed.dates()).hasSize(3);
      assertThat(skewed.dates().getFirst()).doesNotStartWith("2031");
      assertThat(skewed.dates().subList(1, 3)).allMatch(date -> date.startsWith("20310506T"));
    }
  }

  @Test
  void aClockThatStaysWrongIsSaidByHowMuch() throws IOException {
    try (SkewedStore skewed = new SkewedStore(false);
        S3ObjectStore far = skewed.store()) {
      assertThatThrownBy(() -> far.put("k", PLAIN, ANYWAY))
          .isInstanceOf(StoreException.Denied.class)
          .hasMessageContaining("clock is wrong by about")
          .hasMessageContaining("minutes (slow)")
          .hasMessageNotContaining("credentials");
      assertThat(skewed.dates()).hasSize(2);
    }
  }

  /** By the SDK, which repeats reads, and takes the date of a bare 403 for a hint. */
  @Test
  void readsAreSetRightToo() throws IOException {
    for (Consumer<S3ObjectStore> read :
        List.<Consumer<S3ObjectStore>>of(
            far -> assertThat(far.head("k")).isPresent(),
            far -> far.get("k", ByteRange.whole(), ANYWAY),
            far -> assertThat(far.list("k", null).objects()).isEmpty())) {
      nothingIsLearned();
      try (SkewedStore skewed = new SkewedStore(true);
          S3ObjectStore far = skewed.store()) {
        read.accept(far);
        assertThat(skewed.dates().getFirst()).doesNotStartWith("2031");
        assertThat(skewed.dates().getLast()).startsWith("20310506T");
      }
    }
  }

  /** The refusal of a HEAD has no body, so no word of a clock: its date must tell. */
  @Test
  void aClockThatStaysWrongIsSaidOfReadsToo() throws IOException {
    try (SkewedStore skewed = new SkewedStore(false);
        S3ObjectStore far = skewed.store()) {
      for (Runnable read :
          List.<Runnable>of(
              () -> far.head("k"),
              () -> far.get("k", ByteRange.whole(), ANYWAY),
              () -> far.list("k", null))) {
        assertThatThrownBy(read::run)
            .isInstanceOf(StoreException.Denied.class)
            .hasMessageContaining("clock is wrong by about")
            .hasMessageNotContaining("Check the credentials");
      }
    }
  }
}
