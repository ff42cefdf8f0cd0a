package io.fastshot.client.data.catalog;

import static io.fastshot.client.data.catalog.Rows.index;
import static io.fastshot.client.data.catalog.Rows.observed;
import static io.fastshot.client.data.catalog.Rows.removal;
import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.data.Bucket;
import io.fastshot.client.data.connection.Mending;
import io.fastshot.model.IndexRow;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import io.fastshot.store.ETag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rows of an earlier list are held on to, and in which order all are shown. */
final class CatalogTest {
  private static final Mending MENDING = new Mending(Bucket.settings(), () -> Optional.of(true));
  private static final ETag ETAG = new ETag("\"e\"");
  private static final IndexRow A = observed("a", "name a", 5);
  private static final IndexRow B = observed("b", "name b", 5);

  private static Catalog ours(OverallIndex index) {
    return new Catalog(index, ETAG, null, false);
  }

  private static List<String> held(Catalog catalog) {
    return catalog.held().stream().map(row -> row.id().base()).toList();
  }

  @Test
  void anIndexThatGoesOnFromTheOneBeforeHoldsNothingOfIt() {
    Catalog before = ours(index(5, 0, List.of(), A, B));
    assertThat(held(ours(index(5, 5, List.of(), A)).holding(before))).as("same rev").isEmpty();
    assertThat(held(ours(index(6, 5, List.of(), A)).holding(before))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"4, 0", "6, 6", "4, 6"})
  void anIndexThatBeginsAnewHoldsWhatItLacks(long rev, long floor) {
    Catalog before = ours(index(5, 0, List.of(), A, B));
    assertThat(held(ours(index(rev, floor, List.of(), A)).holding(before))).containsExactly("b");
  }

  @Test
  void thatOfTheOriginalAppHoldsWhatItLacks() {
    Catalog before = ours(index(5, 0, List.of(), A, B));
    assertThat(held(Catalog.ofOriginal(index(5, 0, List.of(), A), ETAG, 0).holding(before)))
        .containsExactly("b");
  }

  @Test
  void aCompleteIndexHoldsNothing() {
    Catalog before = ours(index(5, 0, List.of(), A, B));
    assertThat(held(ours(Rows.complete(index(4, 0, List.of(), A))).holding(before))).isEmpty();
  }

  @Test
  void whatWasHeldGoesOnBeingHeldOnceAndNotWhatWasRemovedOrHasNoName() {
    Catalog before =
        new Catalog(
            index(5, 0, List.of(), B, observed("c", "name c", 4), Rows.hearsay("d")),
            ETAG,
            null,
            false,
            0,
            List.of(A, B));
    assertThat(held(ours(index(6, 0, List.of())).holding(before))).containsExactly("a", "b");
    assertThat(held(ours(index(1, 0, List.of(removal("c", 1)))).holding(before)))
        .containsExactly("a", "b");
    assertThat(held(ours(index(1, 0, List.of())).holding(before))).containsExactly("a", "b", "c");
  }

  private static IndexRow made(String base, @Nullable String createdAt) {
    SessionFields fields = new SessionFields("n", "", List.of(), "", "", 0, createdAt);
    return IndexRow.of(
        new SessionMeta(new SessionId(base), fields, 1, null, "\"e\"", false, null), 1);
  }

  @Test
  void newestFirstAsTheFileSaysElseByTheDigitsOfItsNameElseLast() {
    IndexRow[] inOrder = {
      made("x", "2025-06-21T11:46:15"),
      made("20250621114614", null),
      made("y", "2025-06-21T11:46:13"),
      made("20250621114612_name", null),
      made("z", "2019-09-09T09:09:09"),
      made("20190909090908_z", null),
      made("z_2", "1999-01-01T00:00:00"),
      made("z9", null),
      made("2025062111461:_colon", null),
      made("2025062111461._dot", null),
      made("2025062111461", null),
    };
    IndexRow[] mixed = new IndexRow[inOrder.length];
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] = inOrder[(i * 4 + 3) % mixed.length];
    }
    assertThat(ours(index(1, 0, List.of(), mixed)).snapshot(MENDING).rows())
        .containsExactly(inOrder);
  }

  @Test
  void theNoticeSaysWhatIsNotOfThisIndex() {
    OverallIndex index = index(5, 0, List.of(), A);
    assertThat(ours(index).snapshot(MENDING).notice()).isNull();
    assertThat(Catalog.ofOriginal(index, ETAG, 0).snapshot(MENDING).notice())
        .contains("original Fastshot")
        .doesNotContain("does not list", "was replaced", "null");
    assertThat(Catalog.ofOriginal(index, ETAG, 1).snapshot(MENDING).notice())
        .contains("1 session that it does not list");
    assertThat(Catalog.ofOriginal(index, ETAG, 2).snapshot(MENDING).notice())
        .contains("2 sessions that it does not list");
    Catalog held = new Catalog(index, ETAG, null, false, 0, List.of(B));
    assertThat(held.snapshot(MENDING).notice()).contains("was replaced", "1 of these sessions");
    assertThat(new Catalog(index, ETAG, null, true, 0, List.of(B)).snapshot(MENDING).notice())
        .contains("original Fastshot", "1 of these sessions");
  }

  @Test
  void whatTheNoticeTellsIsWhatARebuildMends() {
    OverallIndex index = index(5, 0, List.of(), A);
    assertThat(ours(index).needsMending()).isFalse();
    assertThat(Catalog.ofOriginal(index, ETAG, 0).needsMending()).isTrue();
    assertThat(new Catalog(index, ETAG, null, false, 0, List.of(B)).needsMending()).isTrue();
    assertThat(new Catalog(index, ETAG, null, true, 0, List.of(B)).needsMending()).isTrue();
  }
}
