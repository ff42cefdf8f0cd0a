package io.fastshot.client.ui.catalog;

import io.fastshot.client.data.catalog.CatalogSnapshot;
import io.fastshot.client.ui.catalog.Activity.Deleted;
import io.fastshot.client.ui.catalog.Activity.Indexing;
import io.fastshot.client.ui.kit.Edt;
import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the window shows: the catalog as last read, and what goes on with single sessions.
 *
 * <p>Only what is known is held: a session that was uploaded is listed as such until the index has
 * its row, and one that was deleted stays until the index has dropped it.
 *
 * <p><b>Threads:</b> the event thread only; listeners are called on it.
 */
public final class CatalogModel {
  private final List<CatalogListener> listeners = new ArrayList<>();
  private final Map<SessionId, Activity> activities = new HashMap<>();
  private final Map<SessionId, IndexRow> pending = new LinkedHashMap<>();
  private final Set<SessionId> listedPending = new HashSet<>();
  private final Set<SessionId> local = new HashSet<>();
  private CatalogSnapshot snapshot;
  private Connection connection = new Connection.Connecting();

  /** Starts from the cache; the connection is {@link Connection.Connecting}. */
  public CatalogModel(CatalogSnapshot cached) {
    this.snapshot = cached;
  }

  /** Calls a listener at each later change. */
  public void listen(CatalogListener listener) {
    Edt.require();
    listeners.add(listener);
  }

  /** Calls a listener no more. */
  public void forget(CatalogListener listener) {
    Edt.require();
    listeners.remove(listener);
  }

  /** The catalog as last read. */
  public CatalogSnapshot snapshot() {
    return snapshot;
  }

  /** How the catalog stands to the library. */
  public Connection connection() {
    return connection;
  }

  /** Whether there is no list to show yet: no cache, and no answer. */
  public boolean isFirstLoad() {
    return snapshot.refreshedAt() == null && connection instanceof Connection.Connecting;
  }

  /** All rows to show: those on their way in first, then the catalog's, newest first. */
  public List<IndexRow> rows() {
    if (pending.isEmpty()) {
      return snapshot.rows();
    }
    List<IndexRow> rows = new ArrayList<>(pending.size() + snapshot.rows().size());
    pending.values().stream().filter(row -> !listedPending.contains(row.id())).forEach(rows::add);
    rows.addAll(snapshot.rows());
    return rows;
  }

  /** What goes on with a session. */
  public Optional<Activity> activity(SessionId id) {
    return Optional.ofNullable(activities.get(id));
  }

  /** A copy of everything that goes on, for other threads. */
  public Map<SessionId, Activity> activities() {
    return Map.copyOf(activities);
  }

  /** Whether the session's file, verified, is on this machine. */
  public boolean isLocal(SessionId id) {
    return local.contains(id);
  }

  /** A copy of the sessions on this machine, for other threads. */
  public Set<SessionId> local() {
    return Set.copyOf(local);
  }

  /** Takes what a refresh brought. */
  public void refreshed(CatalogSnapshot next, Connection how) {
    Edt.require();
    boolean rowsChanged = !next.rows().equals(snapshot.rows());
    snapshot = next;
    connection = how;
    if (settle() || rowsChanged) {
      tell(CatalogListener::rowsChanged);
    }
    tell(CatalogListener::statusChanged);
  }

  /** Something begins or moves on for a session. */
  public void active(SessionId id, Activity activity) {
    Edt.require();
    activities.put(id, activity);
    boolean rowsChanged = (activity instanceof Indexing || activity instanceof Deleted) && settle();
    if (rowsChanged) {
      tell(CatalogListener::rowsChanged);
    } else {
      tell(listener -> listener.activityChanged(id));
    }
  }

  /** Nothing goes on with a session any more; a row that was only on its way in goes. */
  public void idle(SessionId id) {
    Edt.require();
    activities.remove(id);
    if (pending.remove(id) == null) {
      tell(listener -> listener.activityChanged(id));
    } else {
      tell(CatalogListener::rowsChanged);
    }
  }

  /** Lists a session that the index does not have yet, and says what goes on with it. */
  public void arriving(IndexRow row, Activity activity) {
    Edt.require();
    activities.put(row.id(), activity);
    pending.put(row.id(), row);
    settle();
    tell(CatalogListener::rowsChanged);
  }

  /** How many changes of this window are not yet in the index. */
  public int waitingForIndex() {
    return (int)
        activities.values().stream()
            .filter(activity -> activity instanceof Indexing || activity instanceof Deleted)
            .count();
  }

  /** Replaces the set of sessions whose files are on this machine. */
  public void localAre(Set<SessionId> ids) {
    Edt.require();
    if (!local.equals(ids)) {
      local.clear();
      local.addAll(ids);
      tell(CatalogListener::rowsChanged);
    }
  }

  /** The session's file is on this machine now. */
  public void localIs(SessionId id) {
    Edt.require();
    local.add(id);
    tell(listener -> listener.activityChanged(id));
  }

  /** Ends what the index has caught up with; whether rows changed by that. */
  private boolean settle() {
    if (activities.isEmpty() && pending.isEmpty()) {
      return false;
    }
    Map<SessionId, IndexRow> listed = new HashMap<>();
    for (IndexRow row : snapshot.rows()) {
      if (activities.containsKey(row.id()) || pending.containsKey(row.id())) {
        listed.put(row.id(), row);
      }
    }
    Set<SessionId> listedBefore = Set.copyOf(listedPending);
    listedPending.clear();
    listedPending.addAll(pending.keySet());
    listedPending.retainAll(listed.keySet());
    boolean ended =
        activities
            .entrySet()
            .removeIf(entry -> isCaughtUp(entry.getValue(), listed.get(entry.getKey())));
    boolean dropped = pending.keySet().removeIf(id -> !activities.containsKey(id));
    return ended || dropped || !listedBefore.equals(listedPending);
  }

  private static boolean isCaughtUp(
      Activity activity, @org.jspecify.annotations.Nullable IndexRow row) {
    return switch (activity) {
      case Indexing(long sinceRev) -> row != null && row.rev() > sinceRev;
      case Deleted(long sinceRev) -> row == null || row.rev() > sinceRev;
      default -> false;
    };
  }

  private void tell(Consumer<CatalogListener> news) {
    List.copyOf(listeners).forEach(news);
  }
}
