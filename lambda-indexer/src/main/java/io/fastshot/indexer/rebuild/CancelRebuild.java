package io.fastshot.indexer.rebuild;

import io.fastshot.indexer.commit.IndexBase;
import io.fastshot.indexer.commit.IndexCommitter;
import io.fastshot.indexer.commit.IndexMerge;
import io.fastshot.indexer.commit.Nonces;
import io.fastshot.indexer.run.Indexing;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.RebuildState;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The end of a rebuild on its way into the index. Used by one thread; lives for one commit. */
final class CancelRebuild implements IndexCommitter.Change {
  private final Indexing parts;
  private final @Nullable String only;
  private @Nullable RebuildState cancelled;

  /**
   * @param only the rebuild to cancel; null for whichever is running
   */
  CancelRebuild(Indexing parts, @Nullable String only) {
    this.parts = parts;
    this.only = only;
  }

  @Override
  public Optional<OverallIndex> next(IndexBase base) {
    RebuildState before = base.index().rebuild();
    if (before == null || !before.isRunning() || (only != null && !only.equals(before.id()))) {
      boolean landed = cancelled != null && before != null && isCancelled(before, cancelled.id());
      cancelled =
          landed ? cancelled : null; // an earlier try may be in although its answer was lost
      return Optional.empty();
    }
    Instant now = parts.clock().instant();
    cancelled = before.withState(RebuildState.State.CANCELLED, now);
    IndexMerge merge = new IndexMerge(base.index(), Nonces.next(parts.random()), now);
    return Optional.of(merge.rebuilding(cancelled, base.index().complete()));
  }

  @Override
  public void halve() {
    // It changes one member of the document: there is nothing to give back.
  }

  private static boolean isCancelled(RebuildState state, String id) {
    return state.state() == RebuildState.State.CANCELLED && state.id().equals(id);
  }

  /** The rebuild that was cancelled; null if none was running. */
  @Nullable RebuildState cancelled() {
    return cancelled;
  }
}
