package io.fastshot.client.data.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.fastshot.client.data.Bucket;
import io.fastshot.client.data.Library;
import io.fastshot.client.data.Pictures;
import io.fastshot.client.data.bytes.Progress;
import io.fastshot.client.data.connection.Failure;
import io.fastshot.fixtures.Fixtures;
import io.fastshot.model.Checksum;
import io.fastshot.model.SessionId;
import io.fastshot.store.ByteRange;
import io.fastshot.store.ETag;
import io.fastshot.store.ObjectInfo;
import io.fastshot.store.ObjectStores;
import io.fastshot.store.Verb;
import io.fastshot.store.fault.Fault;
import io.fastshot.store.fault.FaultPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadsTest {
  private static final SessionId ID = new SessionId("20250621_a");

  @TempDir Path home;
  private final Bucket bucket = new Bucket();

  private Path file() throws IOException {
    return Files.copy(Fixtures.original("cloud_nokey.fastshot"), home.resolve(ID.filename()));
  }

  private UploadOutcome upload(Path file) {
    try (Library library = bucket.open(home)) {
      return library.upload(file, Progress.none());
    }
  }

  /** Of the object that is in the bucket now. */
  private ETag etag() {
    return bucket.store.head(Bucket.LAYOUT.session(ID)).orElseThrow().etag();
  }

  private byte[] inBucket() {
    return ObjectStores.read(bucket.store, Bucket.LAYOUT.session(ID), 1 << 20)
        .orElseThrow()
        .bytes();
  }

  @Test
  void aSessionIsPutWithItsChecksum() throws IOException {
    Path file = file();
    assertThat(upload(file)).isEqualTo(new UploadOutcome.Uploaded(ID, etag()));

    ObjectInfo info = bucket.store.head(Bucket.LAYOUT.session(ID)).orElseThrow();
    assertThat(info.checksum()).isNotNull().extracting(Checksum::algorithm).isEqualTo("sha256");
    assertThat(file).hasBinaryContent(inBucket());
    assertThat(bucket.counting.snapshot().total().requests()).isEqualTo(1);
  }

  @Test
  void theSameFileAgainIsAlreadyThere() throws IOException {
    Path file = file();
    upload(file);
    assertThat(upload(file)).isEqualTo(new UploadOutcome.AlreadyThere(ID, etag()));
  }

  @Test
  void anotherFileOfTheNameIsNotReplaced() throws IOException {
    bucket.write(Bucket.LAYOUT.session(ID), "somebody else's");
    assertThat(upload(file()))
        .asInstanceOf(type(UploadOutcome.NameTaken.class))
        .extracting(UploadOutcome.NameTaken::reason)
        .asString()
        .contains("Rename");
    assertThat(inBucket()).asString().isEqualTo("somebody else's");
  }

  @Test
  void aNameThatIsFreeIsOffered() throws IOException {
    bucket.write(Bucket.LAYOUT.session(ID), "somebody else's");
    SessionId second = new SessionId(ID.base() + " (2)");
    assertThat(upload(file()))
        .asInstanceOf(type(UploadOutcome.NameTaken.class))
        .returns(second, UploadOutcome.NameTaken::free);
    bucket.write(Bucket.LAYOUT.session(second), "a third one's");
    Path file = home.resolve(second.filename());
    Files.copy(Fixtures.original("cloud_nokey.fastshot"), file);
    assertThat(upload(file))
        .asInstanceOf(type(UploadOutcome.NameTaken.class))
        .returns(new SessionId(ID.base() + " (3)"), UploadOutcome.NameTaken::free);
  }

  @Test
  void aLostAnswerIsSettledByLooking() throws IOException {
    bucket.faults(FaultPlan.script(call -> call.verb() == Verb.PUT, new Fault.LostAnswer()));
    assertThat(upload(file())).isEqualTo(new UploadOutcome.Uploaded(ID, etag()));
  }

  @Test
  void aRequestThatDidNotArriveIsTriedAgain() throws IOException {
    Fault lost = new Fault.NotApplied(Fault.Failure.UNREACHABLE);
    bucket.faults(
        FaultPlan.script(call -> call.verb() == Verb.PUT, lost, new Fault.WriteConflict()));
    assertThat(upload(file())).isEqualTo(new UploadOutcome.Uploaded(ID, etag()));
  }

  @Test
  void offlineIsSaidAndTheFileIsUntouched() throws IOException {
    Path file = file();
    byte[] before = Files.readAllBytes(file);
    bucket.faults(_ -> new Fault.NotApplied(Fault.Failure.UNREACHABLE));
    assertThat(upload(file))
        .asInstanceOf(type(UploadOutcome.Failed.class))
        .extracting(failed -> failed.failure().kind())
        .isEqualTo(Failure.Kind.OFFLINE);
    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void whatIsNoSessionIsRefusedUnlessAsked() throws IOException {
    Path note = Files.writeString(home.resolve("note.fastshot"), "dear diary");
    Path picture = Files.write(home.resolve("picture.fastshot"), Pictures.png());
    Path other = Files.writeString(home.resolve("note.txt"), "dear diary");
    assertThat(upload(note)).isInstanceOf(UploadOutcome.Unreadable.class);
    assertThat(upload(picture)).isInstanceOf(UploadOutcome.Unreadable.class);
    assertThat(upload(other)).isInstanceOf(UploadOutcome.Unreadable.class);
    assertThat(bucket.counting.snapshot().total().requests()).isZero();
    try (Library library = bucket.open(home)) {
      assertThat(library.uploadUnread(note, Progress.none()))
          .isInstanceOf(UploadOutcome.Uploaded.class);
      assertThat(library.uploadUnread(other, Progress.none()))
          .isInstanceOf(UploadOutcome.Unreadable.class);
    }
  }

  @Test
  void aSessionWhoseKeyOnlyTheIndexerHasIsUploaded() throws IOException {
    Path file = home.resolve(ID.filename());
    Files.copy(Fixtures.original("cloud_key.fastshot"), file);
    assertThat(upload(file)).isEqualTo(new UploadOutcome.Uploaded(ID, etag()));
  }

  @Test
  void cancelledLeavesNothing() throws IOException {
    Progress impatient =
        new Progress() {
          private boolean cancelled;

          @Override
          public void transferred(long doneBytes, long totalBytes) {
            cancelled = true;
          }

          @Override
          public boolean cancelled() {
            return cancelled;
          }
        };
    try (Library library = bucket.open(home)) {
      assertThat(library.upload(file(), impatient))
          .isEqualTo(new UploadOutcome.Failed(Failure.cancelled()));
    }
    assertThat(
            bucket.store.get(
                Bucket.LAYOUT.session(ID),
                ByteRange.whole(),
                io.fastshot.store.Precondition.none()))
        .isInstanceOf(io.fastshot.store.GetOutcome.Absent.class);
  }
}
