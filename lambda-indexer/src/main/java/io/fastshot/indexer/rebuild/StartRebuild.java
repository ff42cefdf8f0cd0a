package io.fastshot.indexer.rebuild;

import io.fastshot.indexer.commit.IndexBase;
import io.fastshot.indexer.commit.IndexCommitter;
import io.fastshot.indexer.commit.IndexMerge;
import io.fastshot.indexer.commit.Nonces;
import io.fastshot.indexer.queue.QueueMessages;
import io.fastshot.indexer.run.Deadline;
import io.fastshot.indexer.run.Indexing;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.RebuildState;
import io.fastshot.model.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The start of a rebuild on its way into the index. Used by one thread; lives for one commit.
 *
 * <p>Nominates when it first sees the index, and again only if the document was replaced by
 * something that does not continue it.
 */
final class StartRebuild implements IndexCommitter.Change {
  private final Indexing parts;
  private final RebuildRequest.Start request;
  private final String id;
  private final Deadline deadline;
  private @Nullable IndexBase nominatedOn;
  private Nominations nominations = Nominations.of(List.of());
  private List<List<SessionId>> keysOfParts = List.of();
  private @Nullable RebuildState running;

  StartRebuild(Indexing parts, RebuildRequest.Start request, String id, Deadline deadline) {
    this.parts = parts;
    this.request = request;
    this.id = id;
    this.deadline = deadline;
  }

  @Override
  public Optional<OverallIndex> next(IndexBase base) {
    Instant now = parts.clock().instant();
    RebuildState before = base.index().rebuild();
    running = null;
    if (before != null && before.id().equals(id)) {
      return Optional.empty(); // an earlier try landed although its answer was lost
    }
    if (!request.dryRun() && !request.force() && isAlive(before, now)) {
      running = before;
      return Optional.empty();
    }
    long seed = seed(base);
    nominate(base);
    if (request.dryRun() || isClean(base)) {
      return Optional.empty();
    }
    OverallIndex document = base.toChange(seed);
    RebuildState rebuild = state(now);
    boolean covers = !rebuild.isRunning(); // nothing to look at: no such answer in mode keys
    IndexMerge merge = new IndexMerge(document, Nonces.next(parts.random()), now);
    return Optional.of(merge.rebuilding(rebuild, document.complete() || covers));
  }

  @Override
  public void halve() {
    // It changes one member of the document: there is nothing to give back.
  }

  /** Another rebuild that is under way, which therefore was not superseded; null if none. */
  @Nullable RebuildState running() {
    return running;
  }

  /** What was nominated. */
  Nominations nominations() {
    return nominations;
  }

  /** The keys of each part. */
  List<List<SessionId>> keysOfParts() {
    return keysOfParts;
  }

  private boolean isAlive(@Nullable RebuildState state, Instant now) {
    if (state == null || !state.isRunning()) {
      return false;
    }
    Duration age = Duration.between(state.updatedAt(), now);
    Duration stale = parts.config().staleRebuild();
    // A time in the future is none of ours: nothing must wait for it to come.
    return age.compareTo(stale) < 0 && age.compareTo(stale.negated()) > 0;
  }

  private long seed(IndexBase base) {
    long known = nominatedOn == null ? base.index().rev() : nominatedOn.index().rev();
    return Math.max(parts.clock().millis(), known);
  }

  private void nominate(IndexBase base) {
    if (nominatedOn != null && base.continues(nominatedOn)) {
      return;
    }
    nominations =
        request.mode() == RebuildState.Mode.KEYS
            ? Nominations.of(request.keys())
            : Nominations.gather(parts, base.index(), request.mode(), deadline);
    keysOfParts = QueueMessages.split(nominations.ids());
    nominatedOn = base;
  }

  /** A check that finds nothing writes nothing. */
  private boolean isClean(IndexBase base) {
    RebuildState before = base.index().rebuild();
    return request.mode() == RebuildState.Mode.CHECK
        && nominations.ids().isEmpty()
        && base.index().complete()
        && (before == null || !before.isRunning());
  }

  private RebuildState state(Instant now) {
    int count = keysOfParts.size();
    RebuildState.State state = count == 0 ? RebuildState.State.DONE : RebuildState.State.RUNNING;
    return new RebuildState(
        id, request.mode(), state, count, nominations.ids().size(), new BitSet(), now, now);
  }
}
