package io.fastshot.indexer.rebuild;

import io.fastshot.container.bytes.XorMask;
import io.fastshot.container.json.KeyReasons;
import io.fastshot.indexer.run.Deadline;
import io.fastshot.indexer.run.Indexing;
import io.fastshot.model.IndexRow;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.ObjectKey;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.RebuildState;
import io.fastshot.model.SessionId;
import io.fastshot.store.ListPage;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.ObjectStores;
import io.fastshot.store.StoreException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The sessions that a rebuild should look at. A nomination is a hint: nothing is believed of it
 * that was not observed afterwards, so a listing that misses something removes nothing.
 *
 * @param ids without duplicates, highest file name (usually the newest) first
 * @param bytes estimate of what reading them transfers
 */
record Nominations(List<SessionId> ids, long bytes) {

  /** The head of a file, and the tail that a legacy file needs. */
  private static final long READ_PER_SESSION_BYTES = 192L * 1024;

  Nominations {
    ids = List.copyOf(ids);
  }

  /** What a listing of the bucket says. */
  private record Listing(
      Map<SessionId, ListPage.Entry> sessions,
      Map<SessionId, ListPage.Entry> metaIndexes,
      Set<SessionId> thumbnails) {}

  /** Just these. No request. */
  static Nominations of(List<SessionId> ids) {
    return new Nominations(ids, ids.size() * READ_PER_SESSION_BYTES);
  }

  /**
   * Lists the bucket and compares it with an index. A row whose file could not be read under
   * another legacy key differs too. One request per 1,000 sessions and one per 1,000 meta indexes;
   * in mode {@code all} one per 1,000 thumbnails more.
   *
   * @param mode {@code all}, {@code overall} or {@code check}
   * @param deadline until when to list
   * @throws StoreException if the bucket could not be listed in that time
   */
  static Nominations gather(
      Indexing parts, OverallIndex index, RebuildState.Mode mode, Deadline deadline) {
    KeyLayout layout = parts.config().layout();
    Listing listing = list(parts, mode, deadline);
    Map<SessionId, IndexRow> rows = new HashMap<>();
    index.rows().forEach(row -> rows.put(row.id(), row));

    Set<SessionId> wanted = new LinkedHashSet<>();
    for (Map.Entry<SessionId, ListPage.Entry> session : listing.sessions().entrySet()) {
      SessionId id = session.getKey();
      IndexRow row = rows.get(id);
      boolean lacksMetaIndex = layout.fits(id) && !listing.metaIndexes().containsKey(id);
      if (mode != RebuildState.Mode.CHECK
          || lacksMetaIndex
          || row == null
          || differs(row, session.getValue())
          || mayReadNow(row, parts.config().legacyKey())) {
        wanted.add(id);
      }
    }
    addOrphans(wanted, rows.keySet(), listing);
    addOrphans(wanted, listing.metaIndexes().keySet(), listing);
    addOrphans(wanted, listing.thumbnails(), listing);

    List<SessionId> newestFirst = new ArrayList<>(wanted);
    newestFirst.sort((a, b) -> b.compareTo(a));
    return new Nominations(newestFirst, estimate(newestFirst, listing, mode));
  }

  /** All listings at a time: each takes its pages one after the other. */
  private static Listing list(Indexing parts, RebuildState.Mode mode, Deadline deadline) {
    KeyLayout layout = parts.config().layout();
    List<String> prefixes = new ArrayList<>(List.of(layout.sessions(), layout.metaIndexes()));
    if (mode == RebuildState.Mode.ALL) {
      prefixes.add(layout.thumbnails());
    }
    Map<String, Map<SessionId, ListPage.Entry>> listed =
        parts.parallel().map(prefixes, prefix -> list(parts.store(), layout, prefix), deadline);
    if (listed.size() < prefixes.size()) {
      throw new StoreException.Unavailable("no time was left to list the bucket", null);
    }
    return new Listing(
        listed.getOrDefault(layout.sessions(), Map.of()),
        listed.getOrDefault(layout.metaIndexes(), Map.of()),
        listed.getOrDefault(layout.thumbnails(), Map.of()).keySet());
  }

  private static Map<SessionId, ListPage.Entry> list(
      ObjectStore store, KeyLayout layout, String prefix) {
    Map<SessionId, ListPage.Entry> entries = new HashMap<>();
    for (ListPage.Entry entry : ObjectStores.listAll(store, prefix)) {
      switch (layout.parse(entry.key())) {
        case ObjectKey.Session(SessionId id) -> entries.put(id, entry);
        case ObjectKey.MetaIndex(SessionId id) -> entries.put(id, entry);
        case ObjectKey.Thumbnail(SessionId id) -> entries.put(id, entry);
        default -> {} // of another kind: listed below a prefix of ours, and not what stands there
      }
    }
    return entries;
  }

  private static boolean differs(IndexRow row, ListPage.Entry session) {
    return !session.etag().value().equals(row.meta().src())
        || session.sizeBytes() != row.meta().fileSizeBytes();
  }

  /** Whether it could not be read under another legacy key than the one of now. */
  private static boolean mayReadNow(IndexRow row, XorMask key) {
    try {
      return KeyReasons.isOfAnotherKey(row.meta().degraded(), key);
    } catch (StoreException _) {
      return false; // the key is not to be had now: the next check asks again
    }
  }

  private static void addOrphans(Set<SessionId> wanted, Set<SessionId> ids, Listing listing) {
    ids.stream().filter(id -> !listing.sessions().containsKey(id)).forEach(wanted::add);
  }

  private static long estimate(List<SessionId> ids, Listing listing, RebuildState.Mode mode) {
    long bytes = 0;
    for (SessionId id : ids) {
      ListPage.Entry session = listing.sessions().get(id);
      ListPage.Entry metaIndex = listing.metaIndexes().get(id);
      if (session != null) {
        bytes +=
            mode == RebuildState.Mode.OVERALL && metaIndex != null
                ? metaIndex.sizeBytes()
                : Math.min(session.sizeBytes(), READ_PER_SESSION_BYTES);
      }
    }
    return bytes;
  }
}
