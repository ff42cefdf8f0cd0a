package io.fastshot.client.data.catalog;

import io.fastshot.client.data.catalog.CatalogRefresher.Answer;
import io.fastshot.client.data.connection.Failure;
import io.fastshot.client.data.connection.Mending;
import io.fastshot.model.IndexRow;
import io.fastshot.model.RebuildState;
import io.fastshot.model.SessionId;
import io.fastshot.store.StoreException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The catalog in memory: read from disk once, brought up to date on demand, kept for the next
 * start. One refresh runs at a time; who asks meanwhile waits and then asks for himself.
 */
public final class CatalogKeeper {
  private final CatalogCache cache;
  private final CatalogRefresher refresher;
  private final InstantSource clock;
  private final Superseded superseded;
  private final Mending mending;
  private final Object refreshing = new Object();

  private volatile @Nullable State state;

  /** A catalog with the list made of it, which takes sorting. */
  private record State(Catalog catalog, CatalogSnapshot snapshot) {
    State(Catalog catalog, Mending mending) {
      this(catalog, catalog.snapshot(mending));
    }
  }

  /** Told of rows that are no longer shown. */
  @FunctionalInterface
  public interface Superseded {
    void row(IndexRow row);
  }

  public CatalogKeeper(
      CatalogCache cache,
      CatalogRefresher refresher,
      InstantSource clock,
      Mending mending,
      Superseded superseded) {
    this.cache = cache;
    this.refresher = refresher;
    this.clock = clock;
    this.mending = mending;
    this.superseded = superseded;
  }

  public CatalogSnapshot cached() {
    return state().snapshot();
  }

  private State state() {
    State known = state;
    if (known != null) {
      return known;
    }
    synchronized (this) {
      known = state;
      if (known == null) {
        known = new State(cache.load(), mending);
        state = known;
      }
      return known;
    }
  }

  public Refresh refresh() {
    synchronized (refreshing) {
      State known = state();
      try {
        return take(known, refresher.ask(known.catalog()));
      } catch (StoreException e) {
        Failure failure = Failure.of(e);
        return switch (failure.kind()) {
          case OFFLINE, CANCELLED -> new Refresh.Offline(known.snapshot(), failure.reason());
          case DENIED -> new Refresh.Denied(known.snapshot(), failure.reason());
          case FAILED -> new Refresh.Failed(known.snapshot(), failure.reason());
        };
      } catch (IOException e) {
        return new Refresh.Offline(
            known.snapshot(), "The connection broke: " + Failure.describe(e));
      }
    }
  }

  private Refresh take(State known, Answer answer) {
    return switch (answer) {
      case Answer.Same _ -> {
        Catalog same = known.catalog().at(clock.instant());
        CatalogSnapshot was = known.snapshot();
        CatalogSnapshot snapshot =
            new CatalogSnapshot(
                was.rows(),
                was.rev(),
                same.refreshedAt(),
                was.complete(),
                was.rebuild(),
                same.needsMending() ? state(same).snapshot().notice() : null);
        state = new State(same, snapshot);
        cache.saveRefreshed(same);
        yield new Refresh.Unchanged(snapshot);
      }
      case Answer.Newer(Catalog catalog) -> {
        State next = state(catalog.at(clock.instant()).holding(known.catalog()));
        state = next;
        if (next.catalog().held().isEmpty()) {
          cache.save(next.catalog());
        } // else the next start had better find the whole list, and ask again
        CatalogDiff diff = CatalogDiff.between(known.snapshot(), next.snapshot());
        tellSuperseded(known.snapshot(), diff);
        yield new Refresh.Updated(next.snapshot(), diff);
      }
      case Answer.Missing(boolean sessions) -> missing(known, sessions);
      case Answer.Unreadable(String reason) ->
          new Refresh.Failed(
              known.snapshot(),
              "The library's index (overall_meta.json) cannot be read: "
                  + reason
                  + ". To make it anew: "
                  + all());
    };
  }

  private Refresh missing(State known, boolean sessions) {
    if (!known.snapshot().rows().isEmpty()) {
      return new Refresh.Failed(
          known.snapshot(),
          "The library's index (overall_meta.json) is gone from the bucket; this is the list last"
              + " read. To make it anew: "
              + all());
    }
    if (sessions) {
      return new Refresh.Failed(
          known.snapshot(),
          "The bucket has sessions but no index (overall_meta.json) of them yet. To make it: "
              + all());
    }
    State next = state(Catalog.empty().at(clock.instant()));
    state = next;
    return new Refresh.Unchanged(next.snapshot());
  }

  /** The store is asked how it can be mended only where that is to be told. */
  private State state(Catalog catalog) {
    return new State(catalog, catalog.needsMending() ? mending.learned() : mending);
  }

  private String all() {
    return mending.learned().advice(RebuildState.Mode.ALL);
  }

  private void tellSuperseded(CatalogSnapshot before, CatalogDiff diff) {
    if (diff.changed().isEmpty() && diff.removed().isEmpty()) {
      return;
    }
    Map<SessionId, IndexRow> old = new HashMap<>();
    before.rows().forEach(row -> old.put(row.id(), row));
    diff.removed().forEach(id -> tell(old.get(id)));
    for (IndexRow now : diff.changed()) {
      IndexRow was = old.get(now.id());
      if (was != null && !java.util.Objects.equals(was.meta().src(), now.meta().src())) {
        tell(was);
      }
    }
  }

  private void tell(@Nullable IndexRow row) {
    if (row != null) {
      superseded.row(row);
    }
  }
}
