package io.fastshot.client.data.transfer;

import io.fastshot.client.data.connection.Failure;
import io.fastshot.model.SessionId;
import io.fastshot.store.ETag;
import org.jspecify.annotations.Nullable;

/** How an upload went. The local file is untouched in every case. */
public sealed interface UploadOutcome {

  /**
   * The session is in the bucket; the index shows it in a moment.
   *
   * @param etag of its object: what the {@code src} of its row becomes
   */
  record Uploaded(SessionId id, ETag etag) implements UploadOutcome {}

  /** The bucket already had this very file. */
  record AlreadyThere(SessionId id, ETag etag) implements UploadOutcome {}

  /**
   * Another session has this name; nothing was written. The reason says what to do.
   *
   * @param free a name like it that nobody had; null if none was found
   */
  record NameTaken(SessionId id, String reason, @Nullable SessionId free)
      implements UploadOutcome {}

  /** The file is not a session that can be read; nothing was written. */
  record Unreadable(String reason) implements UploadOutcome {}

  /** Nothing is known to be in the bucket. */
  record Failed(Failure failure) implements UploadOutcome {}
}
