package io.fastshot.client.data.trash;

import io.fastshot.client.data.connection.Failure;
import io.fastshot.model.SessionId;

/** How deleting a session for good went. */
public sealed interface PurgeOutcome {

  /** It is gone from Recently deleted. A bucket that keeps versions has it for a while yet. */
  record Purged(SessionId id) implements PurgeOutcome {}

  /** It was gone already: restored, expired, or deleted for good by somebody else. */
  record AlreadyGone(SessionId id) implements PurgeOutcome {}

  /** Something else lies under its name in Recently deleted now; nothing was removed. */
  record Changed(SessionId id, String reason) implements PurgeOutcome {}

  /** It may or may not be gone; doing it again completes it. */
  record Failed(Failure failure) implements PurgeOutcome {}
}
