package io.fastshot.client.data.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.fastshot.client.data.Bucket;
import io.fastshot.client.data.Library;
import io.fastshot.model.IndexRow;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import io.fastshot.store.RequestCounts;
import io.fastshot.store.RequestCounts.Kind;
import io.fastshot.store.Verb;
import io.fastshot.store.fault.Fault;
import io.fastshot.store.fault.FaultPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefreshTest {
  private static final int ROWS = 10_000;

  @TempDir Path home;
  private final Bucket bucket = new Bucket();

  private RequestCounts counted() {
    RequestCounts counts = bucket.counting.snapshot();
    bucket.counting.reset();
    return counts;
  }

  private static Refresh.Updated updated(Refresh refresh) {
    return assertThat(refresh).asInstanceOf(type(Refresh.Updated.class)).actual();
  }

  @Test
  void coldCacheTakesOneRequest() {
    bucket.commit(Bucket.many(ROWS), List.of());
    try (Library library = bucket.open(home)) {
      assertThat(library.cached().rows()).isEmpty();
      assertThat(updated(library.refresh()).diff().added()).hasSize(ROWS);

      assertThat(counted().total().requests()).isEqualTo(1);
    }
  }

  @Test
  void unchangedIndexTakesOneRequestWithoutBytesAlsoAfterARestart() {
    bucket.commit(Bucket.many(ROWS), List.of());
    try (Library library = bucket.open(home)) {
      library.refresh();
    }
    counted();
    try (Library library = bucket.open(home)) {
      assertThat(library.cached().rows()).as("painted without a request").hasSize(ROWS);
      assertThat(counted().total().requests()).isZero();

      assertThat(library.refresh()).isInstanceOf(Refresh.Unchanged.class);

      RequestCounts counts = counted();
      assertThat(counts.of(Verb.GET, Kind.OVERALL_META).requests()).isEqualTo(1);
      assertThat(counts.total()).isEqualTo(new RequestCounts.Count(1, 0, 0));
    }
  }

  @Test
  void changesCostTheirBytesAndNotThoseOfTheLibrary() {
    bucket.commit(Bucket.many(ROWS), List.of());
    try (Library library = bucket.open(home)) {
      library.refresh();
      counted();
      SessionMeta one = bucket.session("20260101000000_new", new byte[] {1});
      SessionId gone = bucket.index().rows().getLast().id();
      bucket.commit(List.of(one), List.of(gone));
      counted();

      CatalogDiff diff = updated(library.refresh()).diff();

      assertThat(diff.added()).extracting(IndexRow::id).containsExactly(one.id());
      assertThat(diff.changed()).isEmpty();
      assertThat(diff.removed()).containsExactly(gone);
      RequestCounts counts = counted();
      assertThat(counts.total().requests()).isEqualTo(1);
      assertThat(counts.total().bytesDown()).isLessThanOrEqualTo(CatalogRefresher.HEAD_BYTES);
      assertThat(library.cached().rows()).hasSize(ROWS).first().isEqualTo(diff.added().getFirst());
    }
  }

  @Test
  void manyChangesTakeASecondRequestThatEndsWhereTheKnownBegins() {
    bucket.commit(Bucket.many(ROWS), List.of());
    try (Library library = bucket.open(home)) {
      library.refresh();
      List<SessionMeta> touched =
          bucket.index().rows().stream().skip(5_000).limit(2_000).map(IndexRow::meta).toList();
      bucket.commit(
          touched.stream()
              .map(m -> Bucket.meta(m.id().base(), "new", 5, m.src() + "2", m.checksum()))
              .toList(),
          List.of());
      long whole = bucket.store.head(Bucket.LAYOUT.overallMeta()).orElseThrow().sizeBytes();
      counted();

      assertThat(updated(library.refresh()).diff().changed()).hasSize(2_000);

      RequestCounts counts = counted();
      assertThat(counts.total().requests()).isEqualTo(2);
      assertThat(counts.total().bytesDown()).isLessThan(whole / 2);
      assertThat(library.cached().rows()).hasSize(ROWS);
    }
  }

  @Test
  void everySequenceOfChangesEndsInTheIndexOfTheBucket() {
    bucket.commit(Bucket.many(600), List.of());
    try (Library library = bucket.open(home)) {
      library.refresh();
      for (int i = 0; i < 40; i++) {
        List<IndexRow> rows = bucket.index().rows();
        SessionId gone = rows.get(i * 7 % rows.size()).id();
        SessionMeta back = rows.get((i * 13 + 1) % rows.size()).meta();
        bucket.commit(back.id().equals(gone) ? List.of() : List.of(back), List.of(gone));
        if (i % 3 == 0) {
          library.refresh();
          assertThat(library.cached().rows())
              .containsExactlyInAnyOrderElementsOf(bucket.index().rows());
        }
      }
    }
  }

  @Test
  void aKnownVersionBelowTheRemovedFloorReadsAllAnew() {
    bucket.commit(Bucket.many(ROWS), List.of());
    try (Library library = bucket.open(home)) {
      library.refresh();
      OverallIndex was = bucket.index();
      bucket.index(
          new OverallIndex(
              was.rev() + 9,
              "n",
              null,
              true,
              null,
              was.rev() + 8,
              List.of(),
              was.rows().subList(1, ROWS),
              Map.of()));
      counted();

      assertThat(updated(library.refresh()).diff().removed())
          .containsExactly(was.rows().getFirst().id());
      assertThat(counted().total().requests()).isEqualTo(2);
    }
  }

  @Test
  void aBucketThatWasMadeAnewIsNotMixedWithTheOldOne() {
    bucket.commit(Bucket.many(ROWS), List.of());
    try (Library library = bucket.open(home)) {
      library.refresh();
      List<IndexRow> other =
          Bucket.many(2_000).stream()
              .map(m -> Bucket.meta("other" + m.id().base(), "x", 1, "\"s\"", m.checksum()))
              .map(m -> new IndexRow(m, false, 1, Map.of()))
              .toList();
      bucket.index(new OverallIndex(50, "n", null, true, null, 0, List.of(), other, Map.of()));

      library.refresh();

      assertThat(library.cached().rows()).containsExactlyInAnyOrderElementsOf(other);
    }
  }

  @Test
  void aLowerVersionReadsAllAnew() {
    bucket.commit(Bucket.many(ROWS), List.of());
    bucket.commit(List.of(), List.of());
    try (Library library = bucket.open(home)) {
      library.refresh();
      OverallIndex was = bucket.index();
      bucket.index(
          new OverallIndex(
              1,
              "again",
              null,
              true,
              null,
              0,
              List.of(),
              was.rows().subList(0, 3_000).stream().map(row -> row.withRev(1)).toList(),
              Map.of()));

      assertThat(library.refresh().snapshot().rows()).hasSize(3_000);
    }
  }

  @Test
  void offlineAndDeniedShowWhatIsKnown() {
    bucket.commit(Bucket.many(3), List.of());
    try (Library library = bucket.open(home)) {
      library.refresh();
    }
    bucket.faults(_ -> new Fault.NotApplied(Fault.Failure.UNREACHABLE));
    try (Library library = bucket.open(home)) {
      assertThat(library.refresh()).isInstanceOf(Refresh.Offline.class);
      assertThat(library.cached().rows()).hasSize(3);
      bucket.faults(_ -> new Fault.NotApplied(Fault.Failure.DENIED));
      assertThat(library.refresh()).isInstanceOf(Refresh.Denied.class);
      bucket.faults(FaultPlan.none());
      assertThat(library.refresh()).isInstanceOf(Refresh.Unchanged.class);
    }
  }

  @Test
  void anIndexThatIsGoneOrGarbageDoesNotEmptyTheList() {
    bucket.commit(Bucket.many(3), List.of());
    try (Library library = bucket.open(home)) {
      library.refresh();
      bucket.write(Bucket.LAYOUT.overallMeta(), "<html>a proxy says hello</html>");
      Refresh garbage = library.refresh();
      assertThat(garbage).isInstanceOf(Refresh.Failed.class);
      assertThat(garbage.snapshot().rows()).hasSize(3);

      bucket.store.delete(Bucket.LAYOUT.overallMeta(), io.fastshot.store.Precondition.none());
      Refresh gone = library.refresh();
      assertThat(gone).isInstanceOf(Refresh.Failed.class);
      assertThat(gone.snapshot().rows()).hasSize(3);
    }
  }

  @Test
  void aBucketWithoutIndexIsAnEmptyLibrary() {
    try (Library library = bucket.open(home)) {
      Refresh refresh = library.refresh();
      assertThat(refresh).isInstanceOf(Refresh.Unchanged.class);
      assertThat(refresh.snapshot().rows()).isEmpty();
      assertThat(refresh.snapshot().refreshedAt()).isEqualTo(Bucket.CLOCK.instant());
    }
  }

  @Test
  void anIndexOfTheOriginalIsCompletedFromMetaIndexes() {
    SessionMeta first = bucket.session("20250621114615_a", new byte[5]);
    SessionMeta second = bucket.session("20250621114616_b", new byte[6]);
    bucket.metaIndex(first);
    bucket.writtenByOriginal(first, second);
    try (Library library = bucket.open(home)) {
      CatalogSnapshot list = updated(library.refresh()).snapshot();
      assertThat(counted().total().requests())
          .isEqualTo(4); // the list, a listing, two meta indexes
      assertThat(list.notice()).contains("original");
      assertThat(list.rows())
          .extracting(row -> row.meta().fields().name())
          .containsExactlyInAnyOrder("name of 20250621114615_a", "20250621114616_b");
      assertThat(list.rows())
          .extracting(row -> row.meta().src())
          .containsExactlyInAnyOrder(first.src(), null);
    }
    try (Library library = bucket.open(home)) {
      assertThat(library.cached().rows()).hasSize(2);
      assertThat(library.refresh()).isInstanceOf(Refresh.Unchanged.class);
      assertThat(counted().total().requests()).isEqualTo(2); // once more for the missing name
      assertThat(library.cached().notice()).contains("original");
      bucket.metaIndex(second);
      assertThat(updated(library.refresh()).snapshot().rows())
          .extracting(row -> row.meta().src())
          .containsExactlyInAnyOrder(first.src(), second.src());
      assertThat(library.refresh()).isInstanceOf(Refresh.Unchanged.class);
      assertThat(counted().total().requests()).isEqualTo(3);
    }
  }

  /** The original app lists 1,000 sessions at most. */
  @Test
  void whatTheOriginalsListLeavesOutIsListedAndSaid() {
    SessionMeta listed = bucket.session("20250621114615_a", new byte[5]);
    SessionMeta newest = bucket.session("20250621114616_b", new byte[6]);
    bucket.metaIndex(newest);
    bucket.writtenByOriginal(listed);
    try (Library library = bucket.open(home)) {
      CatalogSnapshot list = updated(library.refresh()).snapshot();
      assertThat(list.rows())
          .extracting(row -> row.meta().fields().name())
          .containsExactly("name of 20250621114616_b", "20250621114615_a");
      assertThat(list.notice()).contains("1 session that it does not list");
    }
  }

  /** It lists what was there when it began; others may have deleted since. */
  @Test
  void whatOnlyTheOriginalsListTellsOfIsNotShown() {
    SessionMeta there = bucket.session("20250621114615_a", new byte[5]);
    bucket.writtenByOriginal(there, Bucket.meta("20250621114616_b", "gone", 6, "\"e\"", null));
    try (Library library = bucket.open(home)) {
      assertThat(updated(library.refresh()).snapshot().rows())
          .extracting(row -> row.id().base())
          .containsExactly("20250621114615_a");
    }
  }

  /** An earlier indexer installed nameless rows as its own: they are completed, and not kept. */
  @Test
  void aNamelessRowOfOursIsNotKnown() {
    SessionMeta meta = bucket.session("20250621114615_a", new byte[5]);
    bucket.commit(List.of(Bucket.nameless(meta)), List.of());
    try (Library library = bucket.open(home)) {
      assertThat(updated(library.refresh()).snapshot().rows())
          .extracting(row -> row.meta().fields().name())
          .containsExactly("20250621114615_a");
      bucket.metaIndex(meta);
      bucket.writtenByOriginal(meta);
      assertThat(updated(library.refresh()).snapshot().rows())
          .extracting(row -> row.meta().fields().name())
          .containsExactly("name of 20250621114615_a");
    }
  }

  @Test
  void noSessionIsEverReadForTheList() {
    SessionMeta meta = bucket.session("20250101000000_a", new byte[100]);
    bucket.commit(List.of(meta), List.of());
    try (Library library = bucket.open(home)) {
      library.refresh();
      IndexRow row = library.cached().rows().getFirst();
      library.thumbnail(row);
      library.details(row);
      library.status();
      RequestCounts counts = counted();
      assertThat(counts.of(Kind.SESSION).requests()).isZero();
      assertThat(counts.total().requests()).isPositive();
    }
  }
}
