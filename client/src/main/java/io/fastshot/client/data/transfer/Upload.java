package io.fastshot.client.data.transfer;

import io.fastshot.model.SessionId;
import java.nio.file.Path;

/**
 * A file that is to become a session of the library.
 *
 * @param file on this machine; only read
 * @param as the session's name in the library
 * @param check whether it is looked at first, and refused if it is no session
 * @param parts remembers how far a large one is
 */
public record Upload(Path file, SessionId as, Check check, PartMemory parts) {

  /** What may be uploaded. */
  public enum Check {
    /** What can be read as a session, or has its form. */
    SESSIONS_ONLY,
    /** Anything. */
    ANY_FILE
  }
}
