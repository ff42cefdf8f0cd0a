package io.fastshot.localcloud.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Multipart uploads that nobody ends. */
final class UploadsTest {
  private static final Instant BEGUN = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path folder;
  private Instant now = BEGUN;

  private Uploads.Upload beginWithAPart(Uploads uploads) throws IOException {
    Uploads.Upload upload = uploads.begin("bucket", "key", ObjectHeaders.none());
    try (Draft draft = uploads.draftPart(upload)) {
      draft.append(new ByteArrayInputStream(new byte[100]));
      var _ = uploads.addPart(upload, draft, 1, "\"etag\"", ObjectHeaders.none());
    }
    return upload;
  }

  @Test
  void anAbandonedUploadIsDroppedWithItsPartsAfterAWeek() throws IOException {
    Uploads uploads = Uploads.open(folder, () -> now);
    Uploads.Upload abandoned = beginWithAPart(uploads);

    now = BEGUN.plus(Duration.ofDays(7));
    Uploads.Upload second = beginWithAPart(uploads);
    assertThat(uploads.find(abandoned.id())).isPresent();
    now = now.plusSeconds(1);
    Uploads.Upload third = beginWithAPart(uploads);

    assertThat(uploads.find(abandoned.id())).isEmpty();
    assertThat(folder.resolve(abandoned.id())).doesNotExist();
    assertThat(uploads.of("bucket")).containsExactlyInAnyOrder(second, third);
  }

  @Test
  void aRestartDropsItToo() throws IOException {
    var _ = beginWithAPart(Uploads.open(folder, () -> now));

    now = BEGUN.plus(Duration.ofDays(8));
    Uploads uploads = Uploads.open(folder, () -> now);

    assertThat(uploads.of("bucket")).isEmpty();
    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }
}
