package io.fastshot.indexer.commit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.indexer.TestLibrary;
import io.fastshot.indexer.TestRows;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.Removal;
import io.fastshot.model.SessionId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From which rev on a document tells what was touched. */
class IndexBaseTest {

  private static IndexBase base(long rev, long removedFloor) {
    return new IndexBase(
        new OverallIndex(rev, "n", null, true, null, removedFloor, List.of(), List.of(), Map.of()),
        null,
        true);
  }

  @Test
  void aDocumentContinuesItselfAndEarlierOnesButNoLaterOne() {
    assertThat(base(7, 0).continues(base(7, 0))).isTrue();
    assertThat(base(7, 0).continues(base(6, 0))).isTrue();
    assertThat(base(7, 0).continues(base(8, 0))).isFalse();
  }

  @Test
  void theRemovalOfTheFloorItselfWasInTheEarlierDocument() {
    assertThat(base(9, 7).continues(base(7, 0))).isTrue();
    assertThat(base(9, 8).continues(base(7, 0))).isFalse();
  }

  @Test
  void whatIsNotOursContinuesNothingAndIsContinuedByNothing() {
    IndexBase foreign = new IndexBase(OverallIndex.empty(), null, false);
    assertThat(base(7, 0).continues(foreign)).isFalse();
    assertThat(foreign.continues(base(0, 0))).isFalse();
    assertThat(foreign.continues(foreign)).isFalse();
  }

  @Test
  void onlyHigherRevsWereTouchedAfterOne() {
    SessionId present = TestLibrary.id("present");
    SessionId absent = TestLibrary.id("absent");
    OverallIndex index =
        new OverallIndex(
            7,
            "n",
            null,
            true,
            null,
            0,
            List.of(new Removal(absent, 7, null)),
            List.of(TestRows.row(present, 7, Map.of())),
            Map.of());
    IndexBase base = new IndexBase(index, null, true);
    assertThat(base.touchedAfter(6)).containsExactlyInAnyOrder(present, absent);
    assertThat(base.touchedAfter(7)).isEmpty();
  }
}
