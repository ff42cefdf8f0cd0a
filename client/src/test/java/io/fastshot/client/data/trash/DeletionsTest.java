package io.fastshot.client.data.trash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.fastshot.client.data.Bucket;
import io.fastshot.client.data.Library;
import io.fastshot.client.data.connection.Retry;
import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import io.fastshot.store.ObjectStores;
import io.fastshot.store.fault.Fault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeletionsTest {
  private static final String BASE = "20250621_a";
  private static final SessionId ID = new SessionId(BASE);

  @TempDir Path home;
  private final Bucket bucket = new Bucket();

  private IndexRow session(String text) {
    SessionMeta meta = bucket.session(BASE, text.getBytes(StandardCharsets.UTF_8));
    return IndexRow.of(meta, 1);
  }

  private List<String> keys() {
    return java.util.stream.StreamSupport.stream(
            ObjectStores.listAll(bucket.store, "").spliterator(), false)
        .map(object -> object.key())
        .toList();
  }

  private Deletions deletions(int attempts) {
    Retry retry = new Retry(attempts, java.time.Duration.ZERO, _ -> {});
    return new Deletions(bucket.client(), Bucket.LAYOUT, Bucket.CLOCK, retry);
  }

  private static TrashEntry deleted(DeleteOutcome outcome) {
    return assertThat(outcome).asInstanceOf(type(DeleteOutcome.Deleted.class)).actual().undo();
  }

  @Test
  void aDeletedSessionIsInTheTrashAndComesBack() {
    IndexRow row = session("one");
    try (Library library = bucket.open(home)) {
      TrashEntry entry = deleted(library.delete(row));
      assertThat(keys()).containsExactly("trash/20250621_a.fastshot");
      assertThat(library.trash()).isEqualTo(new TrashListing.Listed(List.of(entry)));

      assertThat(library.undoDelete(entry)).isEqualTo(new UndoOutcome.Restored(ID));
      assertThat(keys()).containsExactly("sessions/20250621_a.fastshot");
      assertThat(library.undoDelete(entry))
          .as("asked again")
          .isEqualTo(new UndoOutcome.Restored(ID));
    }
  }

  @Test
  void aSecondSessionOfTheNameKeepsTheFirstInTheTrash() {
    Deletions deletions = deletions(1);
    deleted(deletions.delete(session("one")));
    TrashEntry second = deleted(deletions.delete(session("two")));

    assertThat(keys())
        .containsExactlyInAnyOrder(
            "trash/20250621_a.fastshot", "trash/20250621_a@20260102030405.fastshot");
    assertThat(second.id()).isEqualTo(ID);
    assertThat(deletions.list())
        .asInstanceOf(type(TrashListing.Listed.class))
        .satisfies(
            listed -> assertThat(listed.entries()).extracting(TrashEntry::id).containsOnly(ID));
    assertThat(deletions.undo(second)).isEqualTo(new UndoOutcome.Restored(ID));
  }

  /** Also from its own name alone, as the client before this one would have kept it. */
  @Test
  void nameThatLooksStampedComesBackAsItWas() {
    SessionId id = new SessionId("report@20260101120000");
    Deletions deletions = deletions(1);
    for (String text : List.of("one", "two")) {
      deletions.delete(
          IndexRow.of(bucket.session(id.base(), text.getBytes(StandardCharsets.UTF_8)), 1));
    }
    assertThat(keys())
        .containsExactlyInAnyOrder(
            "trash/report@20260101120000@00000000000000.fastshot",
            "trash/report@20260101120000@20260102030405.fastshot");
    TrashListing listing = deletions.list();
    List<TrashEntry> kept =
        assertThat(listing).asInstanceOf(type(TrashListing.Listed.class)).actual().entries();
    assertThat(kept).extracting(TrashEntry::id).containsExactly(id, id);
    assertThat(deletions.undo(kept.getFirst())).isEqualTo(new UndoOutcome.Restored(id));
    assertThat(keys()).contains("sessions/report@20260101120000.fastshot").hasSize(2);
  }

  @Test
  void aSessionThatTookTheNameIsNotTouched() {
    IndexRow row = session("one");
    session("two");
    assertThat(deletions(1).delete(row)).isInstanceOf(DeleteOutcome.ChangedMeanwhile.class);
    assertThat(keys()).containsExactly("sessions/20250621_a.fastshot");
  }

  @Test
  void undoDoesNotReplaceWhatTookTheName() {
    TrashEntry entry = deleted(deletions(1).delete(session("one")));
    session("two");
    assertThat(deletions(1).undo(entry)).isInstanceOf(UndoOutcome.NameTaken.class);
    assertThat(keys()).hasSize(2);
  }

  @Test
  void whatWasNeverThereIsAlreadyGone() {
    IndexRow row = session("one");
    bucket.store.delete(Bucket.LAYOUT.session(ID), io.fastshot.store.Precondition.none());
    assertThat(deletions(1).delete(row)).isEqualTo(new DeleteOutcome.AlreadyGone(ID));
  }

  /** The client dies, or its network does, at each of its requests, before or after it works. */
  @Test
  void aCrashAnywhereLosesNothingAndAskingAgainCompletesIt() {
    for (Fault fault :
        List.of(new Fault.LostAnswer(), new Fault.NotApplied(Fault.Failure.UNREACHABLE))) {
      for (int at = 0; at < 3; at++) {
        IndexRow row = session("one");
        failAt(at, fault);
        assertThat(deletions(1).delete(row)).isInstanceOf(DeleteOutcome.Failed.class);
        assertThat(keys()).as("at %d %s", at, fault).isNotEmpty();
        failAt(-1, fault);
        TrashEntry entry = deleted(deletions(1).delete(row));
        assertThat(keys()).containsExactly("trash/20250621_a.fastshot");

        for (int back = 0; back < 3; back++) {
          failAt(back, fault);
          assertThat(deletions(1).undo(entry)).isInstanceOf(UndoOutcome.Failed.class);
          assertThat(keys()).as("back %d %s", back, fault).isNotEmpty();
          failAt(-1, fault);
          assertThat(deletions(1).undo(entry)).isEqualTo(new UndoOutcome.Restored(ID));
          assertThat(keys()).containsExactly("sessions/20250621_a.fastshot");
          entry = deleted(deletions(1).delete(row));
        }
        bucket.store.delete(entry.trashKey(), io.fastshot.store.Precondition.none());
      }
    }
  }

  @Test
  void aLostAnswerIsMetByStartingOver() {
    for (int at = 0; at < 3; at++) {
      IndexRow row = session("one");
      failAt(at, new Fault.LostAnswer());
      TrashEntry entry = deleted(deletions(2).delete(row));
      failAt(at, new Fault.LostAnswer());
      assertThat(deletions(2).undo(entry)).isEqualTo(new UndoOutcome.Restored(ID));
    }
  }

  private void failAt(int call, Fault fault) {
    AtomicInteger count = new AtomicInteger();
    bucket.faults(_ -> count.getAndIncrement() == call ? fault : Fault.none());
  }
}
