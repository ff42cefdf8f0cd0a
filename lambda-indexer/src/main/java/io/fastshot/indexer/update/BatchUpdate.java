package io.fastshot.indexer.update;

import io.fastshot.indexer.commit.Backoff;
import io.fastshot.indexer.commit.IndexBase;
import io.fastshot.indexer.commit.IndexCommitter;
import io.fastshot.indexer.commit.IndexMerge;
import io.fastshot.indexer.commit.Nonces;
import io.fastshot.indexer.observe.Observation;
import io.fastshot.indexer.observe.SessionObserver;
import io.fastshot.indexer.queue.Batch;
import io.fastshot.indexer.queue.RebuildPart;
import io.fastshot.indexer.run.Deadline;
import io.fastshot.indexer.run.Indexing;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.RebuildState;
import io.fastshot.model.SessionId;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One batch on its way into the index: observes its sessions, and after a lost try observes again
 * those that another writer touched.
 *
 * <p>Used by one thread. Lives for one commit.
 */
public final class BatchUpdate implements IndexCommitter.Change {

  /**
   * So often a session is looked at before it goes back to the queue. A message with many sessions
   * (a part of a rebuild) is done only if all of them can be read in one delivery, of which there
   * are five: see docs/decisions/0105.
   */
  public static final int LOOKS = 6;

  /**
   * Sessions that one batch takes over from a document that is not ours: twice what the original
   * app lists at most. 4,000 small requests, 32 at a time, take some 3 s at 20 ms each.
   */
  private static final int MOST_TAKEN_OVER = 2_000;

  private final Indexing parts;
  private final SessionObserver observer;
  private final Batch batch;
  private final Deadline deadline;
  private final Set<SessionId> readAnew;
  private final List<Set<SessionId>> messages;
  private final Set<SessionId> givenBack = new HashSet<>();
  private final Map<SessionId, Observation> observations = new HashMap<>();
  private @Nullable IndexBase last;
  private boolean byOriginal;

  BatchUpdate(Indexing parts, SessionObserver observer, Batch batch, Deadline deadline) {
    this.parts = parts;
    this.observer = observer;
    this.batch = batch;
    this.deadline = deadline;
    this.readAnew = batch.readAnew();
    this.messages = batch.messages();
  }

  @Override
  public Optional<OverallIndex> next(IndexBase base) {
    forgetWhatOthersTouched(base);
    long seed = seed(base);
    last = base;
    Set<SessionId> wanted = wanted(base);
    observeMissing(wanted);
    Map<SessionId, Observation> settled = settled(wanted);
    byOriginal = batch.changed().stream().map(settled::get).anyMatch(BatchUpdate::isByOriginal);
    takeOver(base, settled);
    if (settled.isEmpty()) {
      return Optional.empty();
    }
    Instant now = parts.clock().instant();
    OverallIndex document = base.toChange(seed);
    RebuildState rebuild = counted(document.rebuild(), settled.keySet(), now);
    boolean completed = endsNow(document.rebuild(), rebuild);
    IndexMerge merge = new IndexMerge(document, Nonces.next(parts.random()), now);
    return Optional.of(merge.observed(settled, rebuild, document.complete() || completed));
  }

  /**
   * Half of the messages go back to the queue, whole, as a part of a rebuild with a session missing
   * is not done; a single one stays. Chosen by chance: it may be the same batch that comes again.
   */
  @Override
  public void halve() {
    Collections.shuffle(messages, parts.random());
    messages.subList((messages.size() + 1) / 2, messages.size()).clear();
    givenBack.addAll(batch.ids());
    messages.forEach(givenBack::removeAll);
    observations.keySet().removeAll(givenBack);
  }

  /** The sessions that the last version made by {@link #next} does not take in. */
  Set<SessionId> unsettled() {
    Set<SessionId> unsettled = new LinkedHashSet<>(wanted());
    unsettled.removeIf(this::isSettled);
    return unsettled;
  }

  /** Whether an event of the batch was about a session that the original app wrote. */
  boolean hasSessionByOriginal() {
    return byOriginal;
  }

  /** The sessions that were asked for, in view of the last version that was read. */
  Set<SessionId> wanted() {
    IndexBase base = last;
    return base == null ? batch.ids() : batch.wanted(base.index());
  }

  /** Why sessions could not be observed, for the log. */
  List<String> reasons() {
    return observations.values().stream()
        .filter(Observation.Failed.class::isInstance)
        .map(observation -> ((Observation.Failed) observation).reason())
        .sorted()
        .toList();
  }

  private void forgetWhatOthersTouched(IndexBase base) {
    IndexBase earlier = last;
    if (earlier == null) {
      return;
    }
    if (base.continues(earlier)) {
      observations.keySet().removeAll(base.touchedAfter(earlier.index().rev()));
    } else {
      observations.clear();
    }
  }

  private long seed(IndexBase base) {
    long known = last == null ? base.index().rev() : last.index().rev();
    return Math.max(parts.clock().millis(), known);
  }

  private Set<SessionId> wanted(IndexBase base) {
    Set<SessionId> wanted = batch.wanted(base.index());
    wanted.removeAll(givenBack);
    return wanted;
  }

  private static boolean isByOriginal(@Nullable Observation observation) {
    return observation instanceof Observation.Present(_, boolean byOriginal) && byOriginal;
  }

  /**
   * Keeps names where a document tells of sessions by hearsay: those whose meta index was made of
   * the object that is there now are observed with this batch. What is left out for want of a meta
   * index or of time is found by the check that an incomplete index asks for.
   */
  private void takeOver(IndexBase base, Map<SessionId, Observation> settled) {
    List<SessionId> hearsay =
        base.hearsay().stream()
            .filter(id -> !settled.containsKey(id))
            .limit(MOST_TAKEN_OVER)
            .toList();
    Deadline half = Deadline.in(deadline.remaining().dividedBy(2), parts.clock());
    parts
        .parallel()
        .map(hearsay, observer::observeByMetaIndexAlone, half)
        .forEach((id, observation) -> {
          if (observation.isSettled()) {
            settled.put(id, observation);
          }
        });
  }

  private void observeMissing(Set<SessionId> wanted) {
    List<SessionId> missing = wanted.stream().filter(id -> !isSettled(id)).toList();
    look(missing);
    for (int looks = 1; looks < LOOKS; looks++) {
      missing = missing.stream().filter(this::mayPass).toList();
      if (missing.isEmpty() || !Backoff.waited(parts, looks, deadline)) {
        return;
      }
      look(missing);
    }
  }

  private void look(List<SessionId> ids) {
    Map<SessionId, Observation> seen = parts.parallel().map(ids, this::observe, deadline);
    for (SessionId id : ids) {
      Observation none = new Observation.Failed(id.filename() + ": no time was left", false);
      observations.put(id, seen.getOrDefault(id, none));
    }
  }

  private boolean mayPass(SessionId id) {
    return observations.get(id) instanceof Observation.Failed failed && failed.mayPass();
  }

  private Observation observe(SessionId id) {
    return readAnew.contains(id) ? observer.observe(id) : observer.observeByMetaIndex(id);
  }

  private Map<SessionId, Observation> settled(Set<SessionId> wanted) {
    Map<SessionId, Observation> settled = new HashMap<>(observations);
    settled.keySet().retainAll(wanted);
    settled.values().removeIf(observation -> !observation.isSettled());
    return settled;
  }

  private boolean isSettled(SessionId id) {
    Observation observation = observations.get(id);
    return observation != null && observation.isSettled();
  }

  private @Nullable RebuildState counted(
      @Nullable RebuildState before, Set<SessionId> settled, Instant now) {
    RebuildState rebuild = before;
    for (RebuildPart part : batch.parts()) {
      if (rebuild != null && part.isAwaitedBy(rebuild) && settled.containsAll(part.ids())) {
        rebuild = rebuild.withPartDone(part.part(), now);
      }
    }
    return rebuild;
  }

  private static boolean endsNow(@Nullable RebuildState before, @Nullable RebuildState after) {
    return after != null
        && !after.equals(before)
        && after.state() == RebuildState.State.DONE
        && after.mode().coversBucket();
  }
}
