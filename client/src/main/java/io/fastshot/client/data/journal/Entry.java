package io.fastshot.client.data.journal;

import io.fastshot.client.data.transfer.UnfinishedUpload;
import io.fastshot.model.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A transfer, as the journal keeps it.
 *
 * @param id unique; the name of its file
 * @param order transfers run in this order; of equals the id decides
 * @param subject what is moved
 * @param stage where it stands
 * @param note why it failed and what to do, or what is to be known of its end; empty if nothing
 * @param free a name that was free when that of the subject was found taken; null if none
 * @param changedAt when the stage last changed
 */
public record Entry(
    String id,
    long order,
    Subject subject,
    Stage stage,
    String note,
    @Nullable SessionId free,
    Instant changedAt) {

  private static final int MAX_NOTE = 2_000;

  public Entry {
    note = note.substring(0, Math.min(note.length(), MAX_NOTE));
  }

  /** The same at another stage. */
  public Entry at(Stage next, String why, Instant now) {
    return new Entry(id, order, subject, next, why, null, now);
  }

  /** The same with a name to offer. */
  public Entry offering(@Nullable SessionId name) {
    return new Entry(id, order, subject, stage, note, name, changedAt);
  }

  /** The same at another place of the queue. */
  public Entry ordered(long place) {
    return new Entry(id, place, subject, stage, note, free, changedAt);
  }

  /** The same about something else. */
  public Entry about(Subject other) {
    return new Entry(id, order, other, stage, note, free, changedAt);
  }

  /** The same as it is wanted now; what is under way of it goes on. */
  public Entry wantedAs(Subject now) {
    return subject instanceof Subject.Sent before && now instanceof Subject.Sent sent
        ? about(sent.with(before.unfinished()))
        : about(now);
  }

  /** The same with another upload in parts under way. */
  public Entry unfinished(@Nullable UnfinishedUpload upload) {
    return subject instanceof Subject.Sent sent ? about(sent.with(upload)) : this;
  }
}
