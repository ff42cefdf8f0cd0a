package io.fastshot.client.data.transfer;

import io.fastshot.client.data.connection.Failure;
import java.nio.file.Path;

/** How a download went. Only {@link Saved} leaves a file. */
public sealed interface DownloadOutcome {

  /**
   * The whole session file is on this machine.
   *
   * @param file in the cache; belongs to the cache, so copy it before changing it
   * @param verifiedBy the algorithm of the checksum that was compared, or {@code size} when the
   *     index has no checksum that can be computed here
   * @param transferred whether it came over the network now; false when a verified copy was here
   */
  record Saved(Path file, String verifiedBy, boolean transferred) implements DownloadOutcome {}

  /** The session is no longer in the bucket, or another file took its name. Refresh the list. */
  record Gone(String reason) implements DownloadOutcome {}

  /** What arrived is not what the index describes; nothing was kept. The reason says what to do. */
  record Damaged(String reason) implements DownloadOutcome {}

  /** The session could not be read. */
  record Failed(Failure failure) implements DownloadOutcome {}
}
