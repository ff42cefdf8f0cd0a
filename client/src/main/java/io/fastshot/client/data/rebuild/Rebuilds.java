package io.fastshot.client.data.rebuild;

import io.fastshot.model.RebuildState;
import io.fastshot.model.SessionId;
import java.util.Collection;

/**
 * Asks the library's rebuild function; progress is in {@code CatalogSnapshot.rebuild}.
 *
 * <p><b>Threads:</b> blocks for one request; safe from any number of threads.
 */
public interface Rebuilds {

  /**
   * What a rebuild would do; changes nothing.
   *
   * @param keys the sessions for {@link RebuildState.Mode#KEYS}; for the other modes empty
   */
  RebuildOutcome preview(RebuildState.Mode mode, Collection<SessionId> keys);

  /** Starts a rebuild, unless one is running: then the answer tells of that one. */
  RebuildOutcome start(RebuildState.Mode mode, Collection<SessionId> keys);

  /**
   * As {@link #start}, also if a rebuild is running: that one is superseded, what it has done stays
   * done, and what it has not is looked at by this one.
   */
  RebuildOutcome supersede(RebuildState.Mode mode, Collection<SessionId> keys);

  /** Cancels the rebuild that runs, whoever started it. */
  RebuildOutcome cancel();
}
