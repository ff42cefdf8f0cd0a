package io.fastshot.client.data.transfer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.fastshot.client.data.Bucket;
import io.fastshot.client.data.Library;
import io.fastshot.client.data.bytes.Progress;
import io.fastshot.client.data.connection.Failure;
import io.fastshot.model.Checksum;
import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionMeta;
import io.fastshot.store.Precondition;
import io.fastshot.store.RequestCounts.Kind;
import io.fastshot.store.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadsTest {
  private static final byte[] BYTES = "a session of some bytes".repeat(9_000).getBytes(US_ASCII);

  @TempDir Path home;
  private final Bucket bucket = new Bucket();
  private final SessionMeta meta = bucket.session("../../20250621_a", BYTES);
  private final IndexRow row = IndexRow.of(meta, 1);

  private DownloadOutcome download(IndexRow wanted) {
    try (Library library = bucket.open(home)) {
      return library.download(wanted, Progress.none());
    }
  }

  private void assertNothingLeft() throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      assertThat(files.filter(Files::isRegularFile).filter(f -> !f.endsWith("cache_lock")))
          .isEmpty();
    }
  }

  @Test
  void aVerifiedCopyIsKeptAndUsedAgain() {
    DownloadOutcome.Saved saved =
        assertThat(download(row)).asInstanceOf(type(DownloadOutcome.Saved.class)).actual();
    assertThat(saved.file()).hasBinaryContent(BYTES).startsWith(home);
    assertThat(saved.verifiedBy()).isEqualTo("sha256");
    assertThat(saved.transferred()).isTrue();

    assertThat(download(row)).isEqualTo(new DownloadOutcome.Saved(saved.file(), "sha256", false));
    assertThat(bucket.counting.snapshot().of(Kind.SESSION).requests()).isEqualTo(1);
    try (Library library = bucket.open(home)) {
      assertThat(library.localCopy(row)).hasValue(saved.file());
    }
  }

  @Test
  void aCopyThatWasChangedIsNotTrusted() throws IOException {
    Path file = ((DownloadOutcome.Saved) download(row)).file();
    Files.write(file, "tampered".repeat(9).getBytes(US_ASCII));
    try (Library library = bucket.open(home)) {
      assertThat(library.localCopy(row)).isEmpty();
    }
    assertThat(download(row))
        .asInstanceOf(type(DownloadOutcome.Saved.class))
        .returns(true, DownloadOutcome.Saved::transferred);
    assertThat(file).hasBinaryContent(BYTES);
  }

  @Test
  void otherBytesThanTheIndexSaysAreRefused() throws IOException {
    SessionMeta wrong =
        Bucket.meta(
            meta.id().base(), "", BYTES.length, meta.src() + "", Checksum.sha256("00".repeat(32)));
    assertThat(download(IndexRow.of(wrong, 1)))
        .asInstanceOf(type(DownloadOutcome.Damaged.class))
        .extracting(DownloadOutcome.Damaged::reason)
        .asString()
        .contains("Download it again");
    assertNothingLeft();
  }

  @Test
  void aSessionThatIsGoneOrReplacedIsSaid() throws IOException {
    bucket.session(meta.id().base(), new byte[] {1, 2, 3});
    assertThat(download(row)).isInstanceOf(DownloadOutcome.Gone.class);
    bucket.store.delete(Bucket.LAYOUT.session(meta.id()), Precondition.none());
    assertThat(download(row)).isInstanceOf(DownloadOutcome.Gone.class);
    assertNothingLeft();
  }

  @Test
  void offlineAndCancelledLeaveNothing() throws IOException {
    try (Library library = bucket.open(home)) {
      Progress cancelled =
          new Progress() {
            @Override
            public void transferred(long doneBytes, long totalBytes) {}

            @Override
            public boolean cancelled() {
              return true;
            }
          };
      assertThat(library.download(row, cancelled))
          .isEqualTo(new DownloadOutcome.Failed(Failure.cancelled()));
    }
    bucket.faults(_ -> new Fault.NotApplied(Fault.Failure.UNREACHABLE));
    assertThat(download(row))
        .asInstanceOf(type(DownloadOutcome.Failed.class))
        .returns(Failure.Kind.OFFLINE, failed -> failed.failure().kind());
    assertNothingLeft();
  }
}
