package io.fastshot.client.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionMeta;
import io.fastshot.store.fault.Fault;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThumbnailsTest {
  @TempDir Path home;
  private final Bucket bucket = new Bucket();

  private static IndexRow row(String src) {
    return IndexRow.of(Bucket.meta("20250621_a", "", 5, src, null), 1);
  }

  @Test
  void onePictureIsFetchedOnceAndFoundOffline() {
    bucket.thumbnail(row("\"1\"").id(), "\"1\"", Pictures.png());
    try (Library library = bucket.open(home)) {
      assertThat(library.cachedThumbnail(row("\"1\""))).isEmpty();
      assertThat(library.thumbnail(row("\"1\""))).hasValue(Pictures.png());
      bucket.faults(_ -> new Fault.NotApplied(Fault.Failure.UNREACHABLE));
      assertThat(library.thumbnail(row("\"1\""))).hasValue(Pictures.png());
      assertThat(library.cachedThumbnail(row("\"1\""))).hasValue(Pictures.png());
    }
    assertThat(bucket.counting.snapshot().total().requests()).isEqualTo(1);
  }

  @Test
  void thePictureOfAnotherVersionIsNeverShown() {
    bucket.thumbnail(row("\"1\"").id(), "\"1\"", Pictures.png());
    try (Library library = bucket.open(home)) {
      library.thumbnail(row("\"1\""));
      assertThat(library.thumbnail(row("\"2\""))).isEmpty();
      assertThat(library.cachedThumbnail(row("\"2\""))).isEmpty();
    }
  }

  @Test
  void whatIsNoWholePngIsNotShown() {
    byte[] half = Arrays.copyOf(Pictures.png(), 40);
    bucket.thumbnail(row("\"1\"").id(), "\"1\"", half);
    try (Library library = bucket.open(home)) {
      assertThat(library.thumbnail(row("\"1\""))).isEmpty();
    }
  }

  @Test
  void picturesOfSessionsThatWentAreRemoved() {
    SessionMeta meta = Bucket.meta("20250621_a", "", 5, "\"1\"", null);
    bucket.thumbnail(meta.id(), "\"1\"", Pictures.png());
    bucket.commit(List.of(meta), List.of());
    try (Library library = bucket.open(home)) {
      library.refresh();
      library.thumbnail(row("\"1\""));
      assertThat(library.status().cache().thumbnails()).isEqualTo(1);
      bucket.commit(List.of(), List.of(meta.id()));
      library.refresh();
      assertThat(library.status().cache().thumbnails()).isZero();
    }
  }
}
