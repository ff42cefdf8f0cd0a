package io.fastshot.client.data.catalog;

import io.fastshot.client.data.connection.Pause;
import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionId;
import io.fastshot.store.ETag;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Waits until the index has caught up with what was written. */
public final class IndexWait {
  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private final Supplier<Refresh> refresh;
  private final Pause pause;

  public IndexWait(Supplier<Refresh> refresh, Pause pause) {
    this.refresh = refresh;
    this.pause = pause;
  }

  /**
   * Refreshes until the list shows sessions, each made of the object with this ETag.
   *
   * @param atMost the longest wait, requests not counted
   * @return the sessions that are not yet so
   */
  public Set<SessionId> untilShown(Map<SessionId, ETag> objects, Duration atMost) {
    return until(list -> notShown(objects, list), atMost);
  }

  /** As {@link #untilShown}, until the list shows none of them. */
  public Set<SessionId> untilGone(Set<SessionId> ids, Duration atMost) {
    return until(list -> shown(ids, list), atMost);
  }

  private Set<SessionId> until(Function<CatalogSnapshot, Set<SessionId>> awaited, Duration atMost) {
    Duration waited = Duration.ZERO;
    Duration wait = FIRST;
    while (true) {
      Refresh now = refresh.get();
      Set<SessionId> rest = awaited.apply(now.snapshot());
      // Not Failed: an index that is missing (a new library's) or damaged is what an event mends.
      boolean hopeless = now instanceof Refresh.Denied;
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

  private static Set<SessionId> notShown(Map<SessionId, ETag> objects, CatalogSnapshot list) {
    Set<SessionId> rest = new LinkedHashSet<>(objects.keySet());
    for (IndexRow row : list.rows()) {
      ETag wanted = objects.get(row.id());
      String src = row.meta().src();
      if (wanted != null
          && src != null
          && !src.isEmpty()
          && new ETag(src).unquoted().equals(wanted.unquoted())) {
        rest.remove(row.id());
      }
    }
    return rest;
  }

  private static Set<SessionId> shown(Set<SessionId> ids, CatalogSnapshot list) {
    return list.rows().stream()
        .map(IndexRow::id)
        .filter(ids::contains)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
