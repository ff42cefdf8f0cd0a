package io.fastshot.indexer.queue;

import io.fastshot.model.SessionId;
import java.util.List;

/** What a queue message asks for; see {@link QueueMessages}. */
public sealed interface QueueMessage {

  /** Sessions that may have changed; empty for events that concern no session. */
  record Changed(List<SessionId> ids) implements QueueMessage {
    public Changed {
      ids = List.copyOf(ids);
    }
  }

  /** A part of a rebuild. */
  record Part(RebuildPart part) implements QueueMessage {}

  /** Compare the bucket with the index. */
  record Check() implements QueueMessage {}

  /** See whether the index is still ours: the original app writes its list without an event. */
  record Look() implements QueueMessage {}

  /**
   * Nobody knows what it means: it goes to the dead letters.
   *
   * @param reason in words for a person
   */
  record Unreadable(String reason) implements QueueMessage {}
}
