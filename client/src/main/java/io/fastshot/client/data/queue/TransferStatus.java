package io.fastshot.client.data.queue;

import io.fastshot.model.SessionId;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a transfer is, at one moment.
 *
 * @param id unique
 * @param direction where it goes
 * @param session its name in the library
 * @param state where it stands
 * @param doneBytes that are over; at most {@code totalBytes}
 * @param totalBytes of the file
 * @param bytesPerSecond over the last seconds; 0 if it does not run, or nothing is known yet
 * @param left how long it takes at that speed; null if that is not known
 * @param note why it waits or failed and what to do, or what is to be known of its end; empty if
 *     nothing
 * @param free a name to offer in place of one that is taken; null if none
 * @param file the local file of an upload; null for a download
 */
public record TransferStatus(
    String id,
    Direction direction,
    SessionId session,
    State state,
    long doneBytes,
    long totalBytes,
    long bytesPerSecond,
    @Nullable Duration left,
    String note,
    @Nullable SessionId free,
    @Nullable Path file) {

  /** Where it goes. */
  public enum Direction {
    UPLOAD,
    DOWNLOAD
  }

  /** Where it stands. */
  public enum State {
    /** Its turn comes. */
    QUEUED,
    /** It goes on by itself after a while. */
    WAITING,
    /** Bytes move. */
    RUNNING,
    /** A person stopped it for now. */
    PAUSED,
    /** It does not go on by itself. */
    FAILED,
    /** All of it is there. */
    DONE,
    /** What it left in the store is being removed. */
    CANCELLING;

    /** Whether it is over or stands until a person does something. */
    public boolean isAtRest() {
      return this == PAUSED || this == FAILED || this == DONE;
    }
  }
}
