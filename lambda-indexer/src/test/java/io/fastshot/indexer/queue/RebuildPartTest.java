package io.fastshot.indexer.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastshot.indexer.TestLibrary;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.RebuildState;
import io.fastshot.model.RebuildState.State;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RebuildPartTest {
  private static final RebuildState.Mode ALL = RebuildState.Mode.ALL;

  private static RebuildPart part(String rebuild, int number) {
    return new RebuildPart(rebuild, number, ALL, List.of(TestLibrary.id("a")));
  }

  private static RebuildState ofTwoParts(State state) {
    return new RebuildState(
        "r", ALL, state, 2, 2, new BitSet(), TestLibrary.START, TestLibrary.START);
  }

  @Test
  void partsOfTheRunningRebuildAreAwaited() {
    RebuildState running = ofTwoParts(State.RUNNING);
    assertThat(part("r", 0).isAwaitedBy(running)).isTrue();
    assertThat(part("r", 1).isAwaitedBy(running)).isTrue();
    assertThat(part("r", 2).isAwaitedBy(running)).as("it has only two").isFalse();
    assertThat(part("another", 0).isAwaitedBy(running)).isFalse();
    assertThat(part("r", 0).isAwaitedBy(ofTwoParts(State.DONE))).isFalse();
  }

  @Test
  void onlyPartsOfACancelledRebuildAreCancelled() {
    assertThat(part("r", 0).isCancelledIn(indexOf(State.CANCELLED))).isTrue();
    assertThat(part("another", 0).isCancelledIn(indexOf(State.CANCELLED))).isFalse();
    assertThat(part("r", 0).isCancelledIn(indexOf(State.RUNNING))).isFalse();
    assertThat(part("r", 0).isCancelledIn(OverallIndex.empty())).isFalse();
  }

  private static OverallIndex indexOf(State state) {
    return new OverallIndex(
        7, "n", null, true, ofTwoParts(state), 0, List.of(), List.of(), Map.of());
  }

  @Test
  void whatIsNoPartIsRefused() {
    assertThatThrownBy(() -> part("r", -1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RebuildPart("r", 0, ALL, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
