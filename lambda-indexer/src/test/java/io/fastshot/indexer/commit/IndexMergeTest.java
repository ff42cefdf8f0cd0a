package io.fastshot.indexer.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastshot.indexer.TestLibrary;
import io.fastshot.indexer.TestRows;
import io.fastshot.indexer.observe.Observation;
import io.fastshot.model.IndexRow;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.Removal;
import io.fastshot.model.SessionId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a next version keeps of the one before. */
class IndexMergeTest {
  private static final SessionId A = TestLibrary.id("a");
  private static final SessionId B = TestLibrary.id("b");
  private static final SessionId GONE = TestLibrary.id("gone");
  private static final Map<String, @Nullable Object> UNKNOWN = Map.of("of_a_newer_version", "kept");

  private static final OverallIndex BASE =
      new OverallIndex(
          7,
          "n",
          null,
          true,
          null,
          0,
          List.of(new Removal(GONE, 5, TestLibrary.START)),
          List.of(TestRows.row(A, 4, UNKNOWN), TestRows.row(B, 3, UNKNOWN)),
          UNKNOWN);

  private static OverallIndex merged(SessionId id, Observation observation) {
    return new IndexMerge(BASE, "m", TestLibrary.START)
        .observed(Map.of(id, observation), null, true);
  }

  @Test
  void membersOfARowThatThisVersionDoesNotKnowOutliveItsObservation() {
    OverallIndex next = merged(A, new Observation.Present(TestRows.meta(A)));
    assertThat(next.rows()).extracting(IndexRow::id).containsExactly(A, B);
    assertThat(next.rows()).extracting(IndexRow::rev).containsExactly(8L, 3L);
    assertThat(next.rows()).extracting(IndexRow::other).containsExactly(UNKNOWN, UNKNOWN);
    assertThat(next.other()).isEqualTo(UNKNOWN);
  }

  @Test
  void earlierRemovalsAreStillToldOfBehindTheNewOnes() {
    OverallIndex next = merged(A, new Observation.Absent());
    assertThat(next.removed())
        .containsExactly(
            new Removal(A, 8, TestLibrary.START), new Removal(GONE, 5, TestLibrary.START));
    assertThat(next.rows()).extracting(IndexRow::id).containsExactly(B);
  }

  @Test
  void aRemovalIsToldOfNoLongerWhenItsSessionIsThere() {
    OverallIndex next = merged(GONE, new Observation.Present(TestRows.meta(GONE)));
    assertThat(next.removed()).isEmpty();
    assertThat(next.rows()).extracting(IndexRow::id).containsExactly(GONE, A, B);
  }

  @Test
  void whatIsNotSettledIsRefused() {
    assertThatThrownBy(() -> merged(A, new Observation.Failed("a time-out", true)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a time-out");
  }
}
