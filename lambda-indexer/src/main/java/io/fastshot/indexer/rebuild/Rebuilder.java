package io.fastshot.indexer.rebuild;

import io.fastshot.indexer.commit.IndexCommitter;
import io.fastshot.indexer.commit.Nonces;
import io.fastshot.indexer.queue.QueueException;
import io.fastshot.indexer.queue.QueueMessages;
import io.fastshot.indexer.queue.RebuildPart;
import io.fastshot.indexer.run.Deadline;
import io.fastshot.indexer.run.IndexerConfig;
import io.fastshot.indexer.run.Indexing;
import io.fastshot.model.RebuildState;
import io.fastshot.model.SessionId;
import io.fastshot.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Starts, previews and cancels rebuilds. Writes no rows: it nominates sessions and sends them to
 * the queue, where {@code SessionIndexer} looks at them as after any event.
 *
 * <p>The state {@code running}, with the number of parts, is in the index before the first part is
 * sent. A crash in between leaves a rebuild that makes no progress; after {@link
 * IndexerConfig#staleRebuild()} the next request, at the latest the hourly check, supersedes it.
 */
public final class Rebuilder {
  private final Indexing parts;
  private final IndexCommitter committer;

  public Rebuilder(Indexing parts) {
    this.parts = parts;
    this.committer = new IndexCommitter(parts);
  }

  /**
   * Runs a request. One GET of the index, the listings of {@link Nominations#gather}, one PUT of
   * the index, and the messages. A clean check and a dry run write and send nothing.
   *
   * @return never an exception of the store or the queue: {@code error} with what happened
   */
  public RebuildResult run(RebuildRequest request, Deadline deadline) {
    try {
      return switch (request) {
        case RebuildRequest.Start start -> start(start, deadline);
        case RebuildRequest.Cancel _ -> cancel(deadline);
      };
    } catch (StoreException e) {
      return RebuildResult.error(e.getMessage());
    }
  }

  private RebuildResult start(RebuildRequest.Start request, Deadline deadline) {
    String id = Nonces.next(parts.random());
    StartRebuild start = new StartRebuild(parts, request, id, deadline);
    IndexCommitter.Outcome outcome = committer.commit(start, deadline);
    RebuildState running = start.running();
    if (outcome instanceof IndexCommitter.Outcome.GaveUp(_, String reason)) {
      return RebuildResult.error("the rebuild was not started: " + reason);
    }
    if (running != null) {
      return of(RebuildResult.Status.ALREADY_RUNNING, running);
    }
    if (request.dryRun()) {
      return result(RebuildResult.Status.DRY_RUN, null, request, start);
    }
    if (start.keysOfParts().isEmpty()) {
      return result(RebuildResult.Status.DONE, id, request, start);
    }
    return send(id, request, start, deadline);
  }

  private RebuildResult send(
      String id, RebuildRequest.Start request, StartRebuild start, Deadline deadline) {
    List<String> bodies = new ArrayList<>();
    for (List<SessionId> keys : start.keysOfParts()) {
      bodies.add(QueueMessages.part(new RebuildPart(id, bodies.size(), request.mode(), keys)));
    }
    try {
      parts.queue().send(bodies);
    } catch (QueueException e) {
      // Cancelled, so that it can be started again at once instead of when it is stale.
      IndexCommitter.Outcome _ = committer.commit(new CancelRebuild(parts, id), deadline);
      return RebuildResult.error("the rebuild was not started: " + e.getMessage());
    }
    return result(RebuildResult.Status.STARTED, id, request, start);
  }

  private RebuildResult cancel(Deadline deadline) {
    CancelRebuild cancel = new CancelRebuild(parts, null);
    if (committer.commit(cancel, deadline)
        instanceof IndexCommitter.Outcome.GaveUp(_, String reason)) {
      return RebuildResult.error("the rebuild was not cancelled: " + reason);
    }
    RebuildState cancelled = cancel.cancelled();
    return cancelled == null
        ? new RebuildResult(
            RebuildResult.Status.NOTHING_TO_CANCEL, null, null, 0, 0, 0, "no rebuild is running")
        : of(RebuildResult.Status.CANCELLED, cancelled);
  }

  private static RebuildResult of(RebuildResult.Status status, RebuildState state) {
    return new RebuildResult(
        status, state.id(), state.mode().jsonName(), state.total(), 0, state.parts(), null);
  }

  private static RebuildResult result(
      RebuildResult.Status status,
      @Nullable String id,
      RebuildRequest.Start request,
      StartRebuild start) {
    Nominations nominations = start.nominations();
    return new RebuildResult(
        status,
        id,
        request.mode().jsonName(),
        nominations.ids().size(),
        nominations.bytes(),
        start.keysOfParts().size(),
        null);
  }
}
