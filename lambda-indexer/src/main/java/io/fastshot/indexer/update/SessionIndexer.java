package io.fastshot.indexer.update;

import io.fastshot.indexer.commit.IndexCommitter;
import io.fastshot.indexer.observe.SessionObserver;
import io.fastshot.indexer.queue.Batch;
import io.fastshot.indexer.run.Deadline;
import io.fastshot.indexer.run.Indexing;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.SessionId;
import io.fastshot.store.StoreException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings the index in line with what the bucket holds of some sessions: the only writer of rows.
 *
 * <p>It does not matter why they are looked at, how often, or in which order: each is observed
 * after the version of the index was read on which the next one is built. See docs/ARCHITECTURE.md.
 */
public final class SessionIndexer {
  private final Indexing parts;
  private final SessionObserver observer;
  private final IndexCommitter committer;

  public SessionIndexer(Indexing parts) {
    this.parts = parts;
    this.observer = new SessionObserver(parts.store(), parts.config());
    this.committer = new IndexCommitter(parts);
  }

  /**
   * How an update went.
   *
   * @param failed sessions of the batch that no installed version took in; hand them back to the
   *     queue
   * @param reasons why, in words for a person; for the log
   * @param rev of the installed version; 0 if none was installed
   * @param attempts PUTs of the index; 0 if none was installed
   * @param wantsCheck whether nobody knows if the index covers the bucket, and nobody asked yet
   * @param byOriginal whether a session of the batch is in a format of the original app, which
   *     therefore is at work here and may write its list next
   * @param installed the installed version; null if there is none
   */
  public record Result(
      Set<SessionId> failed,
      List<String> reasons,
      long rev,
      int attempts,
      boolean wantsCheck,
      boolean byOriginal,
      @Nullable OverallIndex installed) {

    static Result none(Set<SessionId> failed, List<String> reasons) {
      return new Result(failed, reasons, 0, 0, false, false, null);
    }
  }

  /**
   * Observes the sessions, writes their meta indexes and thumbnails, and installs one new version
   * of the overall index.
   *
   * <p><b>Cost</b> without contention, for n present sessions: n ranged GETs (legacy files one or
   * two more), n PUTs of meta indexes, n PUTs or DELETEs of thumbnails, one GET and one PUT of the
   * overall index.
   *
   * <p><b>Threads:</b> blocks the caller until the deadline at most, observing in parallel; safe
   * from any number of threads and processes.
   *
   * @param batch may be empty: nothing is read then
   * @param deadline until when to try
   * @return never an exception of the store: what it refused is among the failed
   */
  public Result update(Batch batch, Deadline deadline) {
    return batch.ids().isEmpty() ? Result.none(Set.of(), List.of()) : commit(batch, deadline);
  }

  /**
   * Looks whether the index is still ours, and makes it ours again where it is not: the original
   * app writes its own list over it, and no event tells. One GET if it is.
   *
   * @param deadline until when to try
   * @return never an exception of the store: what it refused is among the reasons
   */
  public Result look(Deadline deadline) {
    return commit(new Batch(Set.of(), List.of()), deadline);
  }

  private Result commit(Batch batch, Deadline deadline) {
    BatchUpdate update = new BatchUpdate(parts, observer, batch, deadline);
    try {
      return switch (committer.commit(update, deadline)) {
        case IndexCommitter.Outcome.Installed(OverallIndex index, int attempts) ->
            new Result(
                update.unsettled(),
                update.reasons(),
                index.rev(),
                attempts,
                !index.complete() && index.rebuild() == null,
                update.hasSessionByOriginal(),
                index);
        case IndexCommitter.Outcome.Unneeded _ -> Result.none(update.unsettled(), update.reasons());
        case IndexCommitter.Outcome.GaveUp(_, String reason) -> allFailed(update, reason);
      };
    } catch (StoreException e) {
      return allFailed(update, String.valueOf(e.getMessage()));
    }
  }

  private static Result allFailed(BatchUpdate update, String reason) {
    return Result.none(new LinkedHashSet<>(update.wanted()), List.of(reason));
  }
}
