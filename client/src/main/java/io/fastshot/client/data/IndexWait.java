package io.fastshot.client.data;

import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionId;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Waits until the index has caught up with what was written. */
final class IndexWait {
  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private final Supplier<Refresh> refresh;
  private final Pause pause;

  IndexWait(Supplier<Refresh> refresh, Pause pause) {
    this.refresh = refresh;
    this.pause = pause;
  }

  /**
   * Refreshes until the list shows all of some sessions, or none of them.
   *
   * @param shown whether they are to be shown
   * @param atMost the longest wait, requests not counted
   * @return the sessions that are not yet so
   */
  Set<SessionId> until(Set<SessionId> ids, boolean shown, Duration atMost) {
    Duration waited = Duration.ZERO;
    Duration wait = FIRST;
    while (true) {
      Refresh now = refresh.get();
      Set<SessionId> rest = rest(ids, shown, now.snapshot());
      boolean hopeless = now instanceof Refresh.Denied || now instanceof Refresh.Failed;
      if (rest.isEmpty() || hopeless || waited.compareTo(atMost) >= 0) {
        return rest;
      }
      try {
        pause.sleep(wait);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return rest;
      }
      waited = waited.plus(wait);
      Duration longer = wait.multipliedBy(3).dividedBy(2);
      wait = longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
    }
  }

  private static Set<SessionId> rest(Set<SessionId> ids, boolean shown, CatalogSnapshot list) {
    Set<SessionId> listed =
        list.rows().stream().map(IndexRow::id).filter(ids::contains).collect(Collectors.toSet());
    Set<SessionId> rest = new LinkedHashSet<>(ids);
    rest.removeIf(id -> listed.contains(id) == shown);
    return rest;
  }
}
