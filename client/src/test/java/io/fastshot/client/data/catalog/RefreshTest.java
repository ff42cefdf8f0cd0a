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
    bucket.write(
        Bucket.LAYOUT.overallMeta(),
        """
        {"version": "1.0", "last_updated": "2025-06-21T11:46:15", "total_sessions": 2, "sessions": [
          {"filename": "20250621114615_a.fastshot", "created_at": "2025-06-21T09:46:15+00:00",
           "file_size": 5, "checksum": "etag:25f9e794323b453885f5181f1b624d0b"},
          {"filename": "20250621114616_b.fastshot", "created_at": "2025-06-21T09:46:16+00:00",
           "file_size": 6, "checksum": "etag:15f9e794323b453885f5181f1b624d0b"}],
         "checksum": "x"}
        """);
    bucket.metaIndex(
        Bucket.meta("20250621114615_a", "first", 5, "\"25f9e794323b453885f5181f1b624d0b\"", null));
    try (Library library = bucket.open(home)) {
      CatalogSnapshot list = updated(library.refresh()).snapshot();
      assertThat(counted().total().requests()).isEqualTo(3);
      assertThat(list.notice()).contains("original");
      assertThat(list.rows())
          .extracting(row -> row.meta().fields().name())
          .containsExactlyInAnyOrder("name of 20250621114615_a", "20250621114616_b");
    }
    try (Library library = bucket.open(home)) {
      assertThat(library.cached().rows()).hasSize(2);
      assertThat(library.refresh()).isInstanceOf(Refresh.Unchanged.class);
      assertThat(counted().total().requests()).isEqualTo(1);
      assertThat(library.cached().notice()).contains("original");
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
