package io.fastshot.client.data.queue;

import io.fastshot.client.data.journal.Entry;
import io.fastshot.client.data.journal.Stage;
import io.fastshot.client.data.journal.Subject;
import io.fastshot.client.data.queue.TransferStatus.Direction;
import io.fastshot.client.data.queue.TransferStatus.State;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A transfer in memory. Changed under the lock of the queue only; read from any thread. */
final class Item {
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
  private static final int LONGEST_EXPONENT = 6;

  private volatile Entry entry;
  private volatile @Nullable Run run;
  private volatile String waitsFor = "";
  private volatile long doneBytes;
  private volatile Instant notBefore = Instant.MIN;
  private int failures;

  Item(Entry entry) {
    this.entry = entry;
  }

  Entry entry() {
    return entry;
  }

  void entry(Entry next) {
    entry = next;
  }

  @Nullable Run run() {
    return run;
  }

  void begins(Run next) {
    run = next;
    waitsFor = "";
  }

  void ended() {
    Run last = run;
    if (last != null) {
      doneBytes = Math.max(doneBytes, last.meter().done());
    }
    run = null;
  }

  boolean isDue(Instant now) {
    return run == null && !notBefore.isAfter(now);
  }

  Instant notBefore() {
    return notBefore;
  }

  /** Goes on after a while: twice as long each time, a minute at most. */
  void waits(String reason, Instant now) {
    Duration pause = Duration.ofSeconds(1L << Math.min(++failures, LONGEST_EXPONENT));
    notBefore = now.plus(pause.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : pause);
    waitsFor = reason;
  }

  /** Goes on at once. */
  void waitsNoMore() {
    notBefore = Instant.MIN;
    failures = 0;
    waitsFor = "";
  }

  private State state() {
    return switch (entry.stage()) {
      case WANTED ->
          run != null ? State.RUNNING : waitsFor.isEmpty() ? State.QUEUED : State.WAITING;
      case PAUSED -> State.PAUSED;
      case FAILED -> State.FAILED;
      case DONE -> State.DONE;
      case CANCELLED -> State.CANCELLING;
    };
  }

  TransferStatus status() {
    Entry now = entry;
    Run running = run;
    State state = state();
    long total = now.subject().sizeBytes();
    long done =
        switch (state) {
          case DONE -> total;
          case FAILED -> 0; // nothing of it was kept
          case QUEUED, WAITING, RUNNING, PAUSED, CANCELLING ->
              Math.min(total, running == null ? doneBytes : running.meter().done());
        };
    long speed = running == null || state != State.RUNNING ? 0 : running.meter().bytesPerSecond();
    boolean sent = now.subject() instanceof Subject.Sent;
    return new TransferStatus(
        now.id(),
        sent ? Direction.UPLOAD : Direction.DOWNLOAD,
        now.subject().session(),
        state,
        done,
        total,
        speed,
        speed > 0 ? Duration.ofSeconds((total - done + speed - 1) / speed) : null,
        now.stage() == Stage.WANTED || now.stage() == Stage.CANCELLED ? waitsFor : now.note(),
        now.free(),
        now.subject() instanceof Subject.Sent upload ? upload.source().path() : null);
  }
}
