package io.fastshot.client.verify;

import io.fastshot.json.DocumentException;
import io.fastshot.json.MetaIndexJson;
import io.fastshot.model.IndexRow;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.ObjectKey;
import io.fastshot.model.SessionId;
import io.fastshot.store.ETag;
import io.fastshot.store.ListPage;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.ObjectStores;
import io.fastshot.store.StoreException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One look at the bucket's listings beside an index. Listings are read page by page; of each
 * session some 200 bytes are kept, beside the index.
 *
 * <p>Not safe for several threads; used once.
 */
final class Comparison {
  private static final int PROGRESS_EVERY = 1_000;
  private static final int MAX_META_INDEX_BYTES = 4 * 1024 * 1024;

  private final ObjectStore store;
  private final KeyLayout layout;
  private final IndexState state;
  private final Watch watch;
  private final Map<SessionId, IndexRow> rows = new HashMap<>();
  private final Map<SessionId, Listed> sessions = new LinkedHashMap<>();
  private long sessionBytes;
  private long metaIndexes;
  private long thumbnails;
  private long trash;
  private long trashBytes;
  private long listed;

  /** What a listing says of a session, and what was found of it so far. */
  private record Listed(ETag etag, long sizeBytes, Instant lastModified) {}

  Comparison(ObjectStore store, KeyLayout layout, IndexState state, Watch watch) {
    this.store = store;
    this.layout = layout;
    this.state = state;
    this.watch = watch;
    state.rows().forEach(row -> rows.put(row.id(), row));
  }

  /** Lists everything; one request per 1,000 objects. Tells findings as they come. */
  void run(Instant now, Consumer<Finding> findings) {
    compareSessions(findings);
    compareMetaIndexes(findings);
    compareThumbnails(findings);
    countTrash();
    state.tell(sessions.isEmpty() && metaIndexes == 0 && thumbnails == 0, now, findings);
  }

  private void compareSessions(Consumer<Finding> findings) {
    for (ListPage.Entry entry : ObjectStores.listAll(store, layout.sessions())) {
      if (layout.parse(entry.key()) instanceof ObjectKey.Session(SessionId id)) {
        sessions.put(id, new Listed(entry.etag(), entry.sizeBytes(), entry.lastModified()));
        sessionBytes += entry.sizeBytes();
        compareRow(id, entry, findings);
      } else if (!entry.key().equals(layout.sessions())) {
        findings.accept(
            new Finding(Kind.NO_SESSION, entry.key(), "it is left alone", entry.lastModified()));
      }
      step("sessions listed");
    }
    if (state.isOurs()) {
      for (IndexRow row : state.rows()) {
        if (!sessions.containsKey(row.id())) {
          findings.accept(
              new Finding(Kind.ROW_WITHOUT_SESSION, row.id().filename(), of(row), null));
        }
      }
    }
  }

  private void compareRow(SessionId id, ListPage.Entry entry, Consumer<Finding> findings) {
    if (!state.isOurs()) {
      return;
    }
    IndexRow row = rows.get(id);
    String name = id.filename();
    String object = of(entry.sizeBytes(), entry.etag().value());
    if (row == null) {
      findings.accept(new Finding(Kind.NOT_IN_INDEX, name, object, entry.lastModified()));
    } else if (!entry.etag().value().equals(row.meta().src())
        || entry.sizeBytes() != row.meta().fileSizeBytes()) {
      String detail = "the index has " + of(row) + ", the bucket " + object;
      findings.accept(new Finding(Kind.ROW_DIFFERS, name, detail, entry.lastModified()));
    } else if (row.meta().degraded() != null) {
      findings.accept(
          new Finding(Kind.DEGRADED, name, row.meta().degraded(), entry.lastModified()));
    }
  }

  private static String of(IndexRow row) {
    return of(row.meta().fileSizeBytes(), String.valueOf(row.meta().src()));
  }

  private static String of(long sizeBytes, String etag) {
    return sizeBytes + " bytes, ETag " + etag;
  }

  private void compareMetaIndexes(Consumer<Finding> findings) {
    Set<SessionId> seen = new HashSet<>();
    for (ListPage.Entry entry : ObjectStores.listAll(store, layout.metaIndexes())) {
      if (layout.parse(entry.key()) instanceof ObjectKey.MetaIndex(SessionId id)) {
        metaIndexes++;
        seen.add(id);
        derived(id, entry, Kind.META_INDEX_ORPHANED, Kind.META_INDEX_STALE, findings);
      }
      step("meta indexes listed");
    }
    sessions.forEach((id, session) -> {
      if (!seen.contains(id) && layout.fits(id)) {
        findings.accept(
            new Finding(
                Kind.META_INDEX_MISSING,
                id.filename(),
                "no " + layout.metaIndex(id),
                session.lastModified()));
      }
    });
  }

  private void derived(
      SessionId id, ListPage.Entry entry, Kind orphaned, Kind stale, Consumer<Finding> findings) {
    Listed session = sessions.get(id);
    if (session == null) {
      findings.accept(new Finding(orphaned, id.filename(), entry.key(), entry.lastModified()));
    } else if (entry.lastModified().isBefore(session.lastModified())
        && !isMadeOf(session.etag(), entry.key(), stale)) {
      String detail =
          "%s is of %s, the session of %s"
              .formatted(entry.key(), entry.lastModified(), session.lastModified());
      findings.accept(new Finding(stale, id.filename(), detail, session.lastModified()));
    }
  }

  /**
   * Whether a derived object names the version of the session that is there: the same bytes may
   * have been written again, or a session taken back from the trash. One request.
   */
  private boolean isMadeOf(ETag session, String key, Kind stale) {
    try {
      Optional<String> src =
          stale == Kind.META_INDEX_STALE
              ? srcOfMetaIndex(key)
              : store.head(key).map(info -> info.userMetadata().get("src"));
      return src.filter(session.value()::equals).isPresent();
    } catch (DocumentException | StoreException.Rejected _) {
      return false; // damaged, or too large to be one
    }
  }

  private Optional<String> srcOfMetaIndex(String key) throws DocumentException {
    Optional<ObjectStores.SmallObject> object = ObjectStores.read(store, key, MAX_META_INDEX_BYTES);
    return object.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(MetaIndexJson.read(object.get().bytes()).src());
  }

  private void compareThumbnails(Consumer<Finding> findings) {
    Set<SessionId> seen = new HashSet<>();
    for (ListPage.Entry entry : ObjectStores.listAll(store, layout.thumbnails())) {
      if (layout.parse(entry.key()) instanceof ObjectKey.Thumbnail(SessionId id)) {
        thumbnails++;
        seen.add(id);
        @Nullable IndexRow row = rows.get(id);
        if (row != null && !row.meta().thumbnail() && sessions.containsKey(id)) {
          String detail = entry.key() + ", but the index says that the session has none";
          findings.accept(
              new Finding(Kind.THUMBNAIL_ORPHANED, id.filename(), detail, entry.lastModified()));
        } else {
          derived(id, entry, Kind.THUMBNAIL_ORPHANED, Kind.THUMBNAIL_STALE, findings);
        }
      }
      step("thumbnails listed");
    }
    for (IndexRow row : state.rows()) {
      Listed session = sessions.get(row.id());
      if (row.meta().thumbnail() && session != null && !seen.contains(row.id())) {
        findings.accept(
            new Finding(
                Kind.THUMBNAIL_MISSING,
                row.id().filename(),
                "no " + layout.thumbnail(row.id()),
                session.lastModified()));
      }
    }
  }

  private void countTrash() {
    for (ListPage.Entry entry : ObjectStores.listAll(store, layout.trash())) {
      if (layout.parse(entry.key()) instanceof ObjectKey.Trash) {
        trash++;
        trashBytes += entry.sizeBytes();
      }
    }
  }

  private void step(String what) {
    watch.stopIfCancelled();
    listed++;
    if (listed % PROGRESS_EVERY == 0) {
      watch.progress(what, listed, 0);
    }
  }

  /** The sessions that were listed, in the order of the listing. */
  Set<SessionId> sessions() {
    return sessions.keySet();
  }

  /** The row of a session; null if there is none. */
  @Nullable IndexRow row(SessionId id) {
    return rows.get(id);
  }

  BucketCounts counts() {
    return new BucketCounts(
        sessions.size(), sessionBytes, metaIndexes, thumbnails, trash, trashBytes);
  }
}
