package io.fastshot.client.data.catalog;

import io.fastshot.json.DocumentException;
import io.fastshot.json.MetaIndexJson;
import io.fastshot.model.Checksum;
import io.fastshot.model.IndexRow;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.ObjectKey;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import io.fastshot.store.ETag;
import io.fastshot.store.ListPage;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.ObjectStores;
import io.fastshot.store.StoreException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Rows for what nobody of ours observed: the list that the original app wrote, which has no names
 * and at most 1,000 sessions, and rows without the ETag they were observed at.
 *
 * <p>Such a row never takes the place of a known row of the same object, and is not known itself:
 * it is completed from the session's meta index.
 */
final class HearsayRows {
  /** Enough to hide the latency of small requests, few enough for any store. */
  private static final int PARALLEL = 16;

  /** A refresh of a list in which nothing is new stays a matter of a second. */
  private static final int MOST_AGAIN = 32;

  private static final int MAX_META_BYTES = 1024 * 1024;

  private final ObjectStore store;
  private final KeyLayout layout;

  HearsayRows(ObjectStore store, KeyLayout layout) {
    this.store = store;
    this.layout = layout;
  }

  /**
   * The sessions of the bucket, where the original app wrote the index.
   *
   * @param index complete as far as a listing of the bucket tells
   * @param unlisted how many of its sessions the app's list does not have
   */
  record Listed(OverallIndex index, int unlisted) {}

  /**
   * What the bucket holds, where the original app wrote the index. One listing request per 1,000
   * sessions, and one request for each session that {@code known} does not have, 16 at a time. A
   * session whose meta index is missing or damaged has its file name as its name. Who may not list
   * gets what the app's list says.
   *
   * @throws StoreException if the store stops answering
   */
  Listed listed(OverallIndex said, Catalog known) {
    Map<SessionId, IndexRow> there = new LinkedHashMap<>();
    Map<SessionId, IndexRow> told = byId(said.rows());
    try {
      for (ListPage.Entry entry : ObjectStores.listAll(store, layout.sessions())) {
        if (layout.parse(entry.key()) instanceof ObjectKey.Session(SessionId id)) {
          there.put(id, row(id, entry, told.get(id)));
        }
      }
    } catch (StoreException.Denied _) {
      return new Listed(with(said, completed(said.rows(), known)), 0);
    }
    int unlisted = 0;
    for (SessionId id : there.keySet()) {
      unlisted += told.containsKey(id) ? 0 : 1;
    }
    return new Listed(with(said, completed(List.copyOf(there.values()), known)), unlisted);
  }

  /** What a listing tells of an object, and the app's list of its session. */
  private static IndexRow row(SessionId id, ListPage.Entry entry, @Nullable IndexRow told) {
    SessionFields fields =
        told == null ? new SessionFields("", "", List.of(), "", "", 0, null) : told.meta().fields();
    Checksum checksum = Checksum.etag(entry.etag().value());
    return IndexRow.of(
        new SessionMeta(id, fields, entry.sizeBytes(), checksum, null, false, null), 0);
  }

  /**
   * The same index with every row completed that nobody observed; no request where there is none.
   *
   * @throws StoreException if the store stops answering
   */
  OverallIndex completed(OverallIndex index, Catalog known) {
    return index.rows().stream().allMatch(row -> row.meta().src() != null)
        ? index
        : with(index, completed(index.rows(), known));
  }

  /**
   * Asks again for names that were not there the last time, of the first {@value #MOST_AGAIN} rows
   * without one: a meta index may have come since although the list is still the same. No request
   * where every row is known.
   *
   * @return empty if nothing is new
   * @throws StoreException if the store stops answering
   */
  Optional<OverallIndex> again(OverallIndex index) {
    List<Callable<IndexRow>> tasks = new ArrayList<>();
    int asked = 0;
    for (IndexRow row : index.rows()) {
      boolean asks = !isKnown(row) && asked++ < MOST_AGAIN;
      tasks.add(() -> asks ? completed(row) : row);
    }
    if (asked == 0) {
      return Optional.empty();
    }
    List<IndexRow> rows = all(tasks);
    return rows.equals(index.rows()) ? Optional.empty() : Optional.of(with(index, rows));
  }

  private List<IndexRow> completed(List<IndexRow> rows, Catalog known) {
    Map<SessionId, IndexRow> before = byId(known.index().rows());
    known.held().forEach(row -> before.putIfAbsent(row.id(), row));
    List<Callable<IndexRow>> tasks = new ArrayList<>();
    for (IndexRow row : rows) {
      IndexRow was = before.get(row.id());
      if (row.meta().src() != null) {
        tasks.add(() -> row);
      } else if (was != null && isKnown(was) && sameObject(was.meta(), row.meta())) {
        tasks.add(() -> was.withRev(row.rev()));
      } else {
        tasks.add(() -> completed(row));
      }
    }
    return all(tasks);
  }

  /** Whether a row was observed, or has at least a name that is not just its file's. */
  static boolean isKnown(IndexRow row) {
    String name = row.meta().fields().name();
    return row.meta().src() != null || (!name.isBlank() && !name.equals(row.id().base()));
  }

  /** Whether two descriptions are of one object: of one size, and by checksum or ETag. */
  private static boolean sameObject(SessionMeta was, SessionMeta row) {
    Checksum checksum = row.checksum();
    return was.fileSizeBytes() == row.fileSizeBytes()
        && checksum != null
        && (checksum.equals(was.checksum()) || isEtag(checksum, was.src()));
  }

  private static boolean isEtag(Checksum checksum, @Nullable String src) {
    return src != null
        && !src.isEmpty()
        && checksum.algorithm().equals(Checksum.ETAG)
        && checksum.value().equals(new ETag(src).unquoted());
  }

  /**
   * Whether a meta index describes the object of a row. One of ours that was made of another object
   * does not: a dead handler may have left it. The original's tells no more than the size.
   */
  private static boolean describes(SessionMeta meta, SessionMeta row) {
    return meta.id().equals(row.id())
        && meta.fileSizeBytes() == row.fileSizeBytes()
        && (meta.src() == null || row.checksum() == null || sameObject(meta, row));
  }

  private IndexRow completed(IndexRow row) {
    SessionMeta meta = row.meta();
    Optional<SessionMeta> read = read(row.id()).filter(found -> describes(found, meta));
    if (read.isPresent() && read.get().src() != null && meta.checksum() != null) {
      return IndexRow.of(read.get(), row.rev()); // observed: it names this very object
    }
    SessionFields fields = read.map(SessionMeta::fields).orElseGet(() -> named(row));
    SessionMeta whole =
        new SessionMeta(
            row.id(), fields, meta.fileSizeBytes(), meta.checksum(), null, false, meta.degraded());
    return IndexRow.of(whole, row.rev());
  }

  private Optional<SessionMeta> read(SessionId id) {
    try {
      var object = ObjectStores.read(store, layout.metaIndex(id), MAX_META_BYTES);
      return object.isEmpty()
          ? Optional.empty()
          : Optional.of(MetaIndexJson.read(object.get().bytes()));
    } catch (DocumentException | StoreException.Rejected _) {
      return Optional.empty(); // a damaged meta index is as good as none: the row shows the file
    }
  }

  private static SessionFields named(IndexRow row) {
    SessionFields f = row.meta().fields();
    return f.name().isEmpty()
        ? new SessionFields(
            row.id().base(),
            f.desc(),
            f.tags(),
            f.color(),
            f.sessionClass(),
            f.imageCount(),
            f.createdAt())
        : f;
  }

  private static Map<SessionId, IndexRow> byId(List<IndexRow> rows) {
    Map<SessionId, IndexRow> byId = new HashMap<>();
    rows.forEach(row -> byId.put(row.id(), row));
    return byId;
  }

  private static OverallIndex with(OverallIndex index, List<IndexRow> rows) {
    return new OverallIndex(
        index.rev(),
        index.nonce(),
        index.lastUpdated(),
        index.complete(),
        index.rebuild(),
        index.removedFloor(),
        index.removed(),
        rows,
        index.other());
  }

  private static List<IndexRow> all(List<Callable<IndexRow>> tasks) {
    try (ExecutorService pool =
        Executors.newFixedThreadPool(PARALLEL, Thread.ofVirtual().factory())) {
      List<IndexRow> rows = new ArrayList<>();
      for (Future<IndexRow> done : pool.invokeAll(tasks)) {
        rows.add(done.get());
      }
      return rows;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException.Unavailable("interrupted while the list was read", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StoreException cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    }
  }
}
