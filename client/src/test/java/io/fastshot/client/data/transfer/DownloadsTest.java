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
import io.fastshot.store.ByteRange;
import io.fastshot.store.ForwardingObjectStore;
import io.fastshot.store.GetOutcome;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.Precondition;
import io.fastshot.store.RequestCounts.Kind;
import io.fastshot.store.StoreFixture;
import io.fastshot.store.fault.Fault;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

  /** A store whose answers break off after so many bytes. */
  private Library breaking(int afterBytes) {
    ObjectStore store =
        new ForwardingObjectStore() {
          @Override
          protected ObjectStore target() {
            return bucket.client();
          }

          @Override
          public GetOutcome get(String key, ByteRange range, Precondition precondition) {
            return super.get(key, range, precondition) instanceof GetOutcome.Found found
                ? new GetOutcome.Found(
                    found.info(), found.offset(), new BreakingStream(found.body(), afterBytes))
                : new GetOutcome.Absent();
          }
        };
    return Library.open(Bucket.settings(), home, Bucket.CLOCK, () -> store);
  }

  private static final class BreakingStream extends FilterInputStream {
    private int left;

    BreakingStream(InputStream in, int left) {
      super(in);
      this.left = left;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      if (left == 0) {
        throw new IOException("broken on purpose");
      }
      int count = super.read(bytes, from, Math.min(left, length));
      left -= Math.max(0, count);
      return count;
    }
  }

  private void breakOff(int afterBytes) {
    try (Library library = breaking(afterBytes)) {
      assertThat(library.download(row, Progress.none()))
          .asInstanceOf(type(DownloadOutcome.Failed.class))
          .returns(Failure.Kind.OFFLINE, failed -> failed.failure().kind());
    }
  }

  @Test
  void aDownloadThatBrokeOffGoesOnWhereItWas() {
    breakOff(100_000);
    breakOff(50_000);
    bucket.counting.reset();
    DownloadOutcome.Saved saved =
        assertThat(download(row)).asInstanceOf(type(DownloadOutcome.Saved.class)).actual();
    assertThat(saved.file()).hasBinaryContent(BYTES);
    assertThat(bucket.counting.snapshot().of(Kind.SESSION).bytesDown())
        .isEqualTo(BYTES.length - 150_000);
    try (Library library = bucket.open(home)) {
      assertThat(library.status().cache().unfinished()).isZero();
    }
  }

  @Test
  void whatCameSoFarIsNotTrusted() throws IOException {
    breakOff(100_000);
    try (Stream<Path> files = Files.walk(home)) {
      Path part = files.filter(file -> file.toString().endsWith(".part")).findFirst().orElseThrow();
      Files.write(part, new byte[100_000]); // as a loss of power may leave it
    }
    DownloadOutcome.Saved saved =
        assertThat(download(row)).asInstanceOf(type(DownloadOutcome.Saved.class)).actual();
    assertThat(saved.file()).hasBinaryContent(BYTES);
  }

  @Test
  void ofAReplacedSessionNothingIsKept() throws IOException {
    breakOff(100_000);
    bucket.session(meta.id().base(), new byte[] {1, 2, 3});
    assertThat(download(row)).isInstanceOf(DownloadOutcome.Gone.class);
    assertNothingLeft();
  }

  @Test
  void twoDownloadsOfOneSessionAtOnceBothArrive() throws Exception {
    List<DownloadOutcome> outcomes = StoreFixture.together(4, () -> download(row));
    assertThat(outcomes)
        .allSatisfy(outcome ->
            assertThat(outcome)
                .asInstanceOf(type(DownloadOutcome.Saved.class))
                .satisfies(saved -> assertThat(saved.file()).hasBinaryContent(BYTES)));
    try (Library library = bucket.open(home)) {
      assertThat(library.status().cache().unfinished()).isZero();
    }
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
