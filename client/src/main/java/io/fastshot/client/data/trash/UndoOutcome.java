package io.fastshot.client.data.trash;

import io.fastshot.client.data.connection.Failure;
import io.fastshot.model.SessionId;

/** How taking a session back from Recently deleted went. */
public sealed interface UndoOutcome {

  /** The session is back; the index shows it in a moment. */
  record Restored(SessionId id) implements UndoOutcome {}

  /** Another session has this name now; the deleted one is still in Recently deleted. */
  record NameTaken(SessionId id, String reason) implements UndoOutcome {}

  /** It is no longer in Recently deleted. */
  record Expired(SessionId id, String reason) implements UndoOutcome {}

  /** It may or may not be back; doing it again completes it. */
  record Failed(Failure failure) implements UndoOutcome {}
}
