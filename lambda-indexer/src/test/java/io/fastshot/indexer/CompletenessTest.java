package io.fastshot.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.indexer.queue.Batch;
import io.fastshot.indexer.queue.RebuildPart;
import io.fastshot.indexer.run.Deadline;
import io.fastshot.indexer.update.SessionIndexer;
import io.fastshot.json.OverallIndexJson;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.RebuildState;
import io.fastshot.model.RebuildState.Mode;
import io.fastshot.model.RebuildState.State;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What makes an index say that it covers the bucket, and who asks for a check if it does not. */
class CompletenessTest {
  private final TestLibrary library = new TestLibrary();
  private final SessionIndexer indexer = new SessionIndexer(library.parts);

  @BeforeEach
  void oneSession() {
    library.put("a");
  }

  private static RebuildState ofOnePart(Mode mode, State state) {
    BitSet done = new BitSet();
    done.set(0, state == State.DONE);
    return new RebuildState("r", mode, state, 1, 1, done, TestLibrary.START, TestLibrary.START);
  }

  private void stored(boolean complete, @Nullable RebuildState rebuild) {
    OverallIndex index =
        new OverallIndex(7, "n", null, complete, rebuild, 0, List.of(), List.of(), Map.of());
    library.overwriteIndex(OverallIndexJson.write(index).bytes());
  }

  private SessionIndexer.Result update(Batch batch) {
    Deadline deadline = Deadline.in(Duration.ofMinutes(1), library.parts.clock());
    return indexer.update(batch, deadline);
  }

  private SessionIndexer.Result event() {
    return update(new Batch(Set.of(TestLibrary.id("a")), List.of()));
  }

  private SessionIndexer.Result part(Mode mode) {
    RebuildPart part = new RebuildPart("r", 0, mode, List.of(TestLibrary.id("a")));
    return update(new Batch(Set.of(), List.of(part)));
  }

  private static OverallIndex installed(SessionIndexer.Result result) {
    return Objects.requireNonNull(result.installed());
  }

  @ParameterizedTest
  @EnumSource
  void theLastPartOfARebuildOfTheBucketMakesItComplete(Mode mode) {
    stored(false, ofOnePart(mode, State.RUNNING));
    OverallIndex index = installed(part(mode));
    assertThat(Objects.requireNonNull(index.rebuild()).state()).isEqualTo(State.DONE);
    assertThat(index.complete()).isEqualTo(mode != Mode.KEYS);
  }

  @Test
  void aRebuildThatEndedEarlierDoesNot() {
    stored(false, ofOnePart(Mode.ALL, State.DONE));
    assertThat(installed(event()).complete()).isFalse();
    assertThat(installed(part(Mode.ALL)).complete()).isFalse();
  }

  @Test
  void aPartWithoutARebuildIsIndexedAndCountedNowhere() {
    stored(true, null);
    OverallIndex index = installed(part(Mode.ALL));
    assertThat(index.rows()).hasSize(1);
    assertThat(index.rebuild()).isNull();
  }

  @Test
  void aCheckIsWantedOfAnIncompleteIndexThatNobodyRebuilds() {
    stored(false, null);
    assertThat(event().wantsCheck()).isTrue();
    stored(true, null);
    assertThat(event().wantsCheck()).isFalse();
    stored(false, ofOnePart(Mode.ALL, State.RUNNING));
    assertThat(event().wantsCheck()).isFalse();
  }
}
