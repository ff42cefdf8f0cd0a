package io.fastshot.client.data.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.data.Bucket;
import io.fastshot.client.data.Library;
import io.fastshot.client.data.bytes.Progress;
import io.fastshot.client.data.transfer.DownloadOutcome;
import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionMeta;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalCacheTest {
  private static final int SIZE = 10_000;

  @TempDir private Path home;
  private final Bucket bucket = new Bucket();
  private Instant now = Instant.parse("2026-01-02T03:04:05Z");

  /** Each use is a minute later than the one before. */
  private final InstantSource clock = () -> now = now.plusSeconds(60);

  private Library library(int sessions) {
    List<SessionMeta> all = new ArrayList<>();
    for (int i = 0; i < sessions; i++) {
      all.add(bucket.session("2025062111461" + i + "_s", new byte[SIZE]));
    }
    bucket.commit(all, List.of());
    Library library = Library.open(Bucket.settings(), home, clock, () -> bucket.counting);
    library.refresh();
    return library;
  }

  private static IndexRow row(Library library, int which) {
    return library.cached().rows().stream()
        .filter(row -> row.id().base().equals("2025062111461" + which + "_s"))
        .findFirst()
        .orElseThrow();
  }

  private static void download(Library library, int... which) {
    for (int one : which) {
      assertThat(library.download(row(library, one), Progress.none()))
          .isInstanceOf(DownloadOutcome.Saved.class);
    }
  }

  private static List<Integer> here(Library library, int sessions) {
    List<Integer> here = new ArrayList<>();
    for (int i = 0; i < sessions; i++) {
      if (library.localCopy(row(library, i)).isPresent()) {
        here.add(i);
      }
    }
    return here;
  }

  @Test
  void whatWasNotUsedForLongestIsRemovedFirst() throws IOException {
    try (Library library = library(4)) {
      download(library, 0, 1, 2, 0); // 0 is looked at again
      assertThat(library.cache().budget(2L * SIZE)).isEqualTo(1);
      assertThat(here(library, 4)).containsExactly(0, 2);
      download(library, 3);
      assertThat(here(library, 4)).containsExactly(0, 3);
      assertThat(library.cache().budget(null)).isZero();
      download(library, 1, 2);
      assertThat(here(library, 4)).containsExactly(0, 1, 2, 3);
    }
  }

  @Test
  void whatIsKeptStaysAndWhatJustCameDoes() throws IOException {
    try (Library library = library(4)) {
      download(library, 0, 1);
      library.cache().keep(row(library, 0), true);
      library.cache().budget(0L);
      assertThat(here(library, 4)).containsExactly(0);
      download(library, 2);
      assertThat(here(library, 4)).as("somebody is about to look at it").containsExactly(0, 2);
      download(library, 3);
      assertThat(here(library, 4)).containsExactly(0, 3);
      library.cache().clear(EnumSet.of(CachePart.SESSIONS));
      assertThat(here(library, 4)).containsExactly(0);
    }
    try (Library again = Library.open(Bucket.settings(), home, clock, () -> bucket.counting)) {
      assertThat(again.cache().rules().kept()).containsExactly("20250621114610_s.fastshot");
      again.cache().keep(row(again, 0), false);
      again.cache().clear(EnumSet.of(CachePart.SESSIONS));
      assertThat(here(again, 4)).isEmpty();
    }
  }

  @Test
  void eachPartIsClearedAloneAndComesBackWhenItIsNeeded() throws IOException {
    try (Library library = library(2)) {
      download(library, 0);
      library.cache().clear(EnumSet.of(CachePart.METADATA));
      assertThat(library.cache().report().catalogBytes()).isZero();
      assertThat(here(library, 2)).containsExactly(0);
    }
    try (Library again = Library.open(Bucket.settings(), home, clock, () -> bucket.counting)) {
      assertThat(again.cached().rows()).isEmpty();
      again.refresh();
      assertThat(again.cached().rows()).hasSize(2);
      assertThat(here(again, 2)).as("found by what it is, not by the list").containsExactly(0);
      again.cache().clear(Set.of(CachePart.values()));
      assertThat(again.cache().report().sessions()).isZero();
    }
  }

  /** Deleted from the library and gone from its trash: nobody else has it. */
  @Test
  void whatTheLibraryDoesNotListStaysItMayBeTheOnlyCopy() throws IOException {
    try (Library library = library(2)) {
      download(library, 0, 1);
      IndexRow gone = row(library, 0);
      bucket.commit(List.of(), List.of(gone.id()));
      library.refresh();
      assertThat(library.cached().rows()).hasSize(1);
      library.cache().budget(0L);
      assertThat(library.cache().report().sessions()).isEqualTo(1);
      library.cache().clear(EnumSet.allOf(CachePart.class));
      assertThat(library.localCopy(gone)).isPresent();
      bucket.commit(List.of(bucket.session("20250621114610_s", new byte[SIZE + 1])), List.of());
      library.refresh();
      library.cache().clear(EnumSet.of(CachePart.SESSIONS));
      assertThat(library.localCopy(gone)).as("another file has its name now").isPresent();
    }
  }

  @Test
  void damagedRulesAreSetAsideAndRemoveNothing() throws IOException {
    try (Library library = library(2)) {
      download(library, 0, 1);
      Path rules = Path.of(library.cache().report().folder()).resolve("cache_rules.json");
      for (String damaged : List.of("", "{\"version\":1", "{\"version\":2,\"budget_bytes\":1}")) {
        Files.writeString(rules, damaged);
        assertThat(library.cache().rules()).isEqualTo(CacheRules.none());
        assertThat(rules).doesNotExist();
        download(library, 0);
        assertThat(here(library, 2)).containsExactly(0, 1);
      }
    }
  }
}
