package io.fastshot.store;

import java.io.IOException;
import java.io.InputStream;

/** The expected outcomes of a read; failures are {@link StoreException}s. */
public sealed interface GetOutcome {

  /**
   * The object, or the asked part of it.
   *
   * <p>{@link #close()} must be called. Closing before the end of the body gives up the rest
   * without transferring it.
   *
   * @param info of the whole object
   * @param offset position in the object of the first byte of the body; 0 or more
   * @param body the bytes as they are stored; reading may throw {@link IOException} when the
   *     connection breaks
   */
  record Found(ObjectInfo info, long offset, InputStream body)
      implements GetOutcome, AutoCloseable {
    @Override
    public void close() throws IOException {
      body.close();
    }
  }

  /** There is no object of that key. */
  record Absent() implements GetOutcome {}

  /** The object still has the ETag of {@link Precondition.Differs}. */
  record NotModified() implements GetOutcome {}

  /** The object has no longer the ETag of {@link Precondition.Matches}. */
  record Changed() implements GetOutcome {}

  /** The object has no byte in that range; an empty object answers every range so. */
  record OutOfRange() implements GetOutcome {}
}
