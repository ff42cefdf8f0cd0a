package io.fastshot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastshot.store.probe.CapabilityProbe;
import io.fastshot.store.probe.StoreCapabilities;
import io.fastshot.store.probe.Support;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the probe says of stores whose conditional writes do not hold, each in its own way. */
class UnfitStoresTest {
  private static final Precondition NEVER = Precondition.matches(new ETag("\"never\""));

  private final MemoryObjectStore bucket = new MemoryObjectStore();

  @AfterEach
  void nothingIsLeft() {
    assertThat(StoreFixture.keys(bucket, "")).isEmpty();
  }

  private StoreCapabilities found(
      UnaryOperator<Precondition> writes, UnaryOperator<Precondition> reads) {
    ObjectStore store = new PeculiarStore(bucket, writes, reads);
    return new CapabilityProbe(_ -> store, "fastshot_probe/", new Random(1)).run();
  }

  private void isUnfit(Support why, String evidence, UnaryOperator<Precondition> writes) {
    StoreCapabilities found = found(writes, UnaryOperator.identity());
    assertThat(found.writes()).isEqualTo(why);
    assertThat(found.conditionalWritesHold()).isFalse();
    assertThat(found.findings().getFirst()).contains(evidence);
  }

  @Test
  void onlyIfMatchIsIgnored() {
    isUnfit(
        Support.IGNORED,
        "the ETag in If-Match was of an older version",
        asked -> asked instanceof Precondition.Matches ? Precondition.none() : asked);
  }

  @Test
  void onlyIfNoneMatchIsIgnored() {
    isUnfit(
        Support.IGNORED,
        "\"only if there is none\"",
        asked -> asked instanceof Precondition.Absent ? Precondition.none() : asked);
  }

  @Test
  void noIfMatchIsEverTaken() {
    isUnfit(
        Support.REFUSED,
        "its own ETag, quoted or not",
        asked -> asked instanceof Precondition.Matches ? NEVER : asked);
  }

  @Test
  void creationWithAConditionNeverWorks() {
    isUnfit(
        Support.REFUSED,
        "refuses to create",
        asked -> asked instanceof Precondition.Absent ? NEVER : asked);
  }

  @Test
  void conditionsAreNotKnown() {
    isUnfit(
        Support.REFUSED,
        "refuses to create",
        asked -> {
          if (asked instanceof Precondition.None) {
            return asked;
          }
          throw new StoreException.Rejected("501 NotImplemented", null);
        });
  }

  @Test
  void readsWithAConditionNeverWork() {
    assertThatThrownBy(() ->
            found(
                UnaryOperator.identity(),
                asked -> asked instanceof Precondition.Matches ? NEVER : asked))
        .isInstanceOf(StoreException.Rejected.class)
        .hasMessageContaining("refuses to read an object with If-Match of its own ETag");
  }

  @ParameterizedTest
  @ValueSource(classes = {Precondition.Absent.class, Precondition.Matches.class})
  void whatIsRefusedIsWrittenAllTheSame(Class<?> refused) {
    ObjectStore store =
        new PeculiarStore(bucket, UnaryOperator.identity(), UnaryOperator.identity()) {
          @Override
          public PutOutcome put(String key, Content content, Precondition asked) {
            PutOutcome outcome = super.put(key, content, asked);
            if (refused.isInstance(asked) && outcome instanceof PutOutcome.Conflict) {
              super.put(key, content, Precondition.none());
            }
            return outcome;
          }
        };
    StoreCapabilities found =
        new CapabilityProbe(_ -> store, "fastshot_probe/", new Random(1)).run();
    assertThat(found.writes()).isEqualTo(Support.IGNORED);
    assertThat(found.findings().getFirst()).contains("refused to overwrite an object, and");
  }

  /** A missing bucket says nothing of conditions. */
  @Test
  void aStoreThatRefusesEveryWriteIsNoFinding() {
    assertThatThrownBy(() ->
            found(
                _ -> {
                  throw new StoreException.Rejected("no such bucket", null);
                },
                UnaryOperator.identity()))
        .isInstanceOf(StoreException.Rejected.class)
        .hasMessage("no such bucket");
  }
}
