package io.fastshot.client.verify;

import io.fastshot.model.KeyLayout;
import io.fastshot.model.SessionId;
import io.fastshot.store.CountingObjectStore;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.StoreException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares a bucket with its index. Makes no request that changes anything.
 *
 * <p><b>Cost:</b> one GET of the index, and a listing of sessions, meta indexes, thumbnails and
 * trash at one request per 1,000 objects; when something differs, the same once more after {@code
 * settle}. Deep: about 4 requests for each session more.
 *
 * <p><b>Threads:</b> blocks the caller; used by one thread.
 */
public final class Verifier {
  private static final long TICK_MILLIS = 100;

  private final CountingObjectStore store;
  private final KeyLayout layout;
  private final InstantSource clock;
  private final Duration settle;
  private final Watch watch;

  /** One look: what was found in it, and at what. */
  private record Look(IndexState state, Comparison comparison, List<Finding> findings) {}

  /**
   * @param store the bucket; not closed
   * @param settle how long to wait before what differs is looked at once more: longer than an event
   *     usually takes
   */
  public Verifier(
      ObjectStore store, KeyLayout layout, InstantSource clock, Duration settle, Watch watch) {
    this.store = new CountingObjectStore(store, layout);
    this.layout = layout;
    this.clock = clock;
    this.settle = settle;
    this.watch = watch;
  }

  /**
   * Compares.
   *
   * @param deep makes what reads sessions, of the counted store; empty to compare by the listings
   *     only
   * @throws StoreException if the store does not answer or refuses
   * @throws Watch.CancelledException if the watch says so
   */
  public VerifyReport run(Optional<Deep> deep) {
    @Nullable DeepComparison reader =
        deep.map(make -> new DeepComparison(store, layout, make.over(store), watch)).orElse(null);
    Look first = look(reader, null);
    Set<Finding> differing = differing(first);
    if (differing.isEmpty()) {
      return report(first, first.findings(), 0);
    }
    settle(differing.size());
    Look second = look(reader, subjects(differing));
    Set<Finding> again = differing(second);
    Set<Finding> both = new LinkedHashSet<>(differing);
    both.retainAll(again);
    Set<Finding> once = new HashSet<>(differing);
    once.addAll(again);
    once.removeAll(both);
    List<Finding> findings = new ArrayList<>(both);
    second.findings().stream().filter(f -> !f.kind().isDifference()).forEach(findings::add);
    first.findings().stream()
        .filter(f -> f.kind() == Kind.ARCHIVED && !findings.contains(f)) // the second read few
        .forEach(findings::add);
    return report(second, findings, once.size());
  }

  /** Makes what reads sessions over a store. */
  @FunctionalInterface
  public interface Deep {
    Expectations over(ObjectStore store);
  }

  /**
   * @param only the sessions to be read; null for all
   */
  private Look look(@Nullable DeepComparison reader, @Nullable Set<String> only) {
    watch.stopIfCancelled();
    IndexState state = IndexState.read(store, layout.overallMeta());
    Comparison comparison = new Comparison(store, layout, state, watch);
    List<Finding> findings = new ArrayList<>();
    comparison.run(clock.instant(), findings::add);
    if (reader != null) {
      Set<SessionId> ids = new LinkedHashSet<>(comparison.sessions());
      ids.removeIf(id -> only != null && !only.contains(id.filename()));
      reader.run(ids, comparison, findings::add);
    }
    return new Look(state, comparison, findings);
  }

  private static Set<Finding> differing(Look look) {
    Set<Finding> differing = new LinkedHashSet<>(look.findings());
    differing.removeIf(finding -> !finding.kind().isDifference());
    return differing;
  }

  private static Set<String> subjects(Set<Finding> findings) {
    Set<String> subjects = new HashSet<>();
    findings.forEach(finding -> subjects.add(finding.subject()));
    return subjects;
  }

  private void settle(int differing) {
    watch.progress("differences, looking again in a moment", differing, 0);
    long left = settle.toMillis();
    try {
      while (left > 0) {
        watch.stopIfCancelled();
        Thread.sleep(Math.min(TICK_MILLIS, left));
        left -= TICK_MILLIS;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException.Unavailable("interrupted before the second look", e);
    }
  }

  private VerifyReport report(Look look, List<Finding> findings, int underWay) {
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(Comparator.comparing(Finding::kind)); // stable
    return new VerifyReport(
        look.state().index(),
        look.state().isOurs(),
        look.comparison().counts(),
        sorted,
        underWay,
        store.snapshot());
  }
}
