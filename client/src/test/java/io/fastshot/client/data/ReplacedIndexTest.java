package io.fastshot.client.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.data.catalog.CatalogSnapshot;
import io.fastshot.client.data.catalog.Refresh;
import io.fastshot.model.IndexRow;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.Removal;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import io.fastshot.store.ETag;
import io.fastshot.store.Precondition;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client shows while the index is replaced by others and made anew by the indexer. */
class ReplacedIndexTest {
  private static final long NEW_LINE = 1_000;

  @TempDir Path home;
  private final Bucket bucket = new Bucket();
  private final List<SessionMeta> sessions = Bucket.many(10);

  @BeforeEach
  void aClientThatKnowsTheList() {
    bucket.commit(sessions, List.of());
    try (Library library = bucket.open(home)) {
      assertThat(library.refresh().snapshot().rows()).hasSize(10);
    }
  }

  /** As the indexer begins anew: some rows, not complete, the floor at the start of its line. */
  private void anew(long rev, boolean complete, int rows, List<Removal> removed) {
    bucket.index(
        new OverallIndex(
            rev,
            "nonce" + rev,
            Bucket.CLOCK.instant(),
            complete,
            null,
            NEW_LINE,
            removed,
            sessions.stream().limit(rows).map(meta -> IndexRow.of(meta, NEW_LINE + 1)).toList(),
            Map.of()));
  }

  @Test
  void anIndexThatBeginsAnewTakesNothingAwayBeforeItIsComplete() {
    anew(NEW_LINE + 1, false, 1, List.of());
    try (Library library = bucket.open(home)) {
      CatalogSnapshot list = library.refresh().snapshot();
      assertThat(list.rows()).hasSize(10);
      assertThat(list.complete()).isFalse();
      assertThat(list.notice()).contains("9 of these sessions", "rebuild");

      SessionId gone = sessions.get(9).id();
      anew(
          NEW_LINE + 2, false, 2, List.of(new Removal(gone, NEW_LINE + 2, Bucket.CLOCK.instant())));
      list = library.refresh().snapshot();
      assertThat(list.rows()).hasSize(9).noneMatch(row -> row.id().equals(gone));
      assertThat(list.notice()).contains("7 of these sessions");

      anew(NEW_LINE + 3, true, 3, List.of());
      list = library.refresh().snapshot();
      assertThat(list.rows()).hasSize(3);
      assertThat(list.notice()).isNull();
    }
  }

  @Test
  void aRestartInTheMiddleStillShowsWhatWasKnown() {
    anew(NEW_LINE + 1, false, 1, List.of());
    try (Library library = bucket.open(home)) {
      library.refresh();
    }
    try (Library library = bucket.open(home)) {
      assertThat(library.cached().rows()).hasSize(10);
      assertThat(library.refresh().snapshot().rows()).hasSize(10);
    }
  }

  @Test
  void theOriginalsEmptyListEmptiesNothing() {
    bucket.write(
        Bucket.LAYOUT.overallMeta(),
        """
        {"version": "1.0", "last_updated": "2025-06-21T11:46:15", "total_sessions": 0,
         "sessions": [], "checksum": "x"}
        """);
    try (Library library = bucket.open(home)) {
      CatalogSnapshot list = library.refresh().snapshot();
      assertThat(list.rows()).hasSize(10);
      assertThat(list.notice()).contains("original Fastshot", "10 of these sessions");
    }
  }

  @Test
  void rowsOfTheOriginalKeepWhatIsKnownOfTheSameObject() {
    SessionMeta known = bucket.session("20250621114615_a", new byte[100]);
    bucket.commit(List.of(known), List.of());
    try (Library library = bucket.open(home)) {
      library.refresh();
      bucket.write(
          Bucket.LAYOUT.overallMeta(),
          """
          {"version": "1.0", "last_updated": "2025-06-21T11:46:15", "total_sessions": 1, "sessions": [
            {"filename": "20250621114615_a.fastshot", "created_at": "2025-06-21T09:46:15+00:00",
             "file_size": 100, "checksum": "etag:%s"}], "checksum": "x"}
          """
              .formatted(new ETag(String.valueOf(known.src())).unquoted()));
      IndexRow row = library.refresh().snapshot().row(known.id()).orElseThrow();
      assertThat(row.meta()).isEqualTo(known);
    }
  }

  /** A handler that died may have left the meta index of an object that is gone. */
  @Test
  void aMetaIndexOfAnotherObjectIsNotTakenForARowOfTheOriginal() {
    bucket.metaIndex(Bucket.meta("20250621114699_z", "of another file", 100, "\"stale\"", null));
    bucket.writtenByOriginal(bucket.session("20250621114699_z", new byte[100]));
    try (Library library = bucket.open(home)) {
      CatalogSnapshot list = library.refresh().snapshot();
      IndexRow row = list.row(new SessionId("20250621114699_z")).orElseThrow();
      assertThat(row.meta().fields().name()).isEqualTo("20250621114699_z");
      assertThat(row.meta().fields().desc()).isEmpty();
    }
  }

  @Test
  void sessionsWithoutAnIndexAreNotAnEmptyLibrary() {
    bucket.session("20250621114615_a", new byte[100]);
    bucket.store.delete(Bucket.LAYOUT.overallMeta(), Precondition.none());
    try (Library fresh = bucket.open(home.resolve("fresh"))) {
      assertThat(fresh.refresh())
          .isInstanceOfSatisfying(
              Refresh.Failed.class, failed -> assertThat(failed.reason()).contains("no index"));
    }
  }

  @Test
  void aRowOfAnEarlierObjectIsNotTakenForTheUploadedOne() {
    SessionMeta old = bucket.session("20250621114615_a", new byte[100]);
    bucket.commit(List.of(old), List.of());
    SessionMeta now = bucket.session("20250621114615_a", new byte[200]);
    Map<SessionId, ETag> uploaded = Map.of(now.id(), new ETag(String.valueOf(now.src())));
    try (Library library = bucket.open(home)) {
      assertThat(library.awaitIndexed(uploaded, Duration.ZERO)).isEqualTo(Set.of(now.id()));
      bucket.commit(List.of(now), List.of());
      assertThat(library.awaitIndexed(uploaded, Duration.ZERO)).isEmpty();
    }
  }
}
