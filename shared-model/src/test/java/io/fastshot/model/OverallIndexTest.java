package io.fastshot.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OverallIndexTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private static SessionMeta meta(String desc) {
    SessionFields fields = new SessionFields("n", desc, List.of("t"), "blue", "c", 1, null);
    return new SessionMeta(new SessionId("a"), fields, 1, null, "\"e\"", false, null);
  }

  @Test
  void whatIsHandedInCanChangeAfterwards() {
    List<IndexRow> rows = new ArrayList<>(List.of(IndexRow.of(meta("d"), 1)));
    Map<String, @Nullable Object> other = new HashMap<>();
    other.put("unknown", null);
    OverallIndex index = new OverallIndex(1, "n", NOW, true, null, 0, List.of(), rows, other);
    rows.clear();
    other.clear();
    assertThat(index.rows()).hasSize(1);
    assertThat(index.other()).containsEntry("unknown", null);
    assertThatThrownBy(() -> index.other().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aNegativeRevIsRefused() {
    assertThatThrownBy(
            () -> new OverallIndex(-1, "", null, false, null, 0, List.of(), List.of(), Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Removal(new SessionId("a"), 0, null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLongDescriptionIsCutAtACodePoint() {
    IndexRow row = IndexRow.of(meta("🔑".repeat(281)), 3);
    assertThat(row.descCut()).isTrue();
    assertThat(row.meta().fields().desc()).isEqualTo("🔑".repeat(280));
    IndexRow whole = IndexRow.of(meta("🔑".repeat(280)), 3);
    assertThat(whole.descCut()).isFalse();
    assertThat(whole.meta()).isEqualTo(meta("🔑".repeat(280)));
  }

  @Test
  void aPartDoneTwiceCountsOnceAndTheLastEndsTheRebuild() {
    RebuildState two =
        new RebuildState(
            "r", RebuildState.Mode.ALL, RebuildState.State.RUNNING, 2, 9, new BitSet(), NOW, NOW);
    Instant later = NOW.plusSeconds(1);
    RebuildState once = two.withPartDone(1, later).withPartDone(1, later);
    assertThat(once.partsDone()).isEqualTo(1);
    assertThat(once.isRunning()).isTrue();
    assertThat(once.withPartDone(0, later).state()).isEqualTo(RebuildState.State.DONE);
    assertThat(two.partsDone()).isZero();
    assertThatThrownBy(() -> two.withPartDone(2, later))
        .isInstanceOf(IllegalArgumentException.class);
    once.done().clear();
    assertThat(once.partsDone()).isEqualTo(1);
  }

  @Test
  void aChecksumNamesItsAlgorithm() {
    assertThat(Checksum.parse("sha256:ab")).isEqualTo(Checksum.sha256("ab"));
    assertThat(Checksum.etag("\"ab\"")).hasToString("etag:ab");
    for (String bad : new String[] {"", "ab", ":ab", "sha256:"}) {
      assertThatThrownBy(() -> Checksum.parse(bad)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
