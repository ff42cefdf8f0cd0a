package io.fastshot.client.data.trash;

import io.fastshot.client.data.connection.Failure;
import io.fastshot.model.SessionId;

/** How a removal went. The session is never lost: it is in the bucket or in Recently deleted. */
public sealed interface DeleteOutcome {

  /** The session is in Recently deleted. */
  record Deleted(TrashEntry undo) implements DeleteOutcome {}

  /** There was no such session. */
  record AlreadyGone(SessionId id) implements DeleteOutcome {}

  /** Another file took the name since the list was read; it was not removed. */
  record ChangedMeanwhile(SessionId id, String reason) implements DeleteOutcome {}

  /** It may or may not be done; deleting again completes it. */
  record Failed(Failure failure) implements DeleteOutcome {}
}
