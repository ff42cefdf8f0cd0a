package io.fastshot.indexer;

import io.fastshot.model.OverallIndex;
import io.fastshot.model.RebuildState;
import io.fastshot.model.SessionId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One queue message of a rebuild.
 *
 * @param rebuildId of which rebuild
 * @param part its number; 0 or more
 * @param mode of the rebuild
 * @param ids the sessions to look at; not empty
 */
record RebuildPart(String rebuildId, int part, RebuildState.Mode mode, List<SessionId> ids) {

  RebuildPart {
    ids = List.copyOf(ids);
    if (part < 0 || ids.isEmpty()) {
      throw new IllegalArgumentException("not a part: " + part + " of " + ids.size() + " keys");
    }
  }

  /** Whether an index says that nobody wants this part any more. */
  boolean isCancelledIn(OverallIndex index) {
    RebuildState rebuild = mine(index.rebuild());
    return rebuild != null && rebuild.state() == RebuildState.State.CANCELLED;
  }

  /** Whether an index waits for this part; parts of superseded rebuilds are not counted. */
  boolean isAwaitedBy(@Nullable RebuildState state) {
    RebuildState rebuild = mine(state);
    return rebuild != null && rebuild.isRunning() && part < rebuild.parts();
  }

  private @Nullable RebuildState mine(@Nullable RebuildState state) {
    return state != null && state.id().equals(rebuildId) ? state : null;
  }
}
