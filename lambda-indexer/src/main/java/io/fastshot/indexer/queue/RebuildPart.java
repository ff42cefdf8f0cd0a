package io.fastshot.indexer.queue;

import io.fastshot.model.OverallIndex;
import io.fastshot.model.RebuildState;
import io.fastshot.model.SessionId;
import java.util.List;

/**
 * One queue message of a rebuild.
 *
 * @param rebuildId of which rebuild
 * @param part its number; 0 or more
 * @param mode of the rebuild
 * @param ids the sessions to look at; not empty
 */
public record RebuildPart(String rebuildId, int part, RebuildState.Mode mode, List<SessionId> ids) {

  public RebuildPart {
    ids = List.copyOf(ids);
    if (part < 0 || ids.isEmpty()) {
      throw new IllegalArgumentException("not a part: " + part + " of " + ids.size() + " keys");
    }
  }

  /** Whether an index says that nobody wants this part any more. */
  boolean isCancelledIn(OverallIndex index) {
    RebuildState rebuild = index.rebuild();
    return rebuild != null && isOf(rebuild) && rebuild.state() == RebuildState.State.CANCELLED;
  }

  /** Whether a rebuild waits for this part; parts of superseded rebuilds are not counted. */
  public boolean isAwaitedBy(RebuildState rebuild) {
    return isOf(rebuild) && rebuild.isRunning() && part < rebuild.parts();
  }

  private boolean isOf(RebuildState rebuild) {
    return rebuild.id().equals(rebuildId);
  }
}
