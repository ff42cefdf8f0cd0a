package io.fastshot.client.data.catalog;

import io.fastshot.json.DocumentException;
import io.fastshot.json.MetaIndexJson;
import io.fastshot.model.Checksum;
import io.fastshot.model.IndexRow;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import io.fastshot.store.ETag;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.ObjectStores;
import io.fastshot.store.StoreException;
import java.util.ArrayList;
import java.util.HashMap;
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
 * Completes the rows of an index that the original app wrote, which have no names, from the
 * sessions' meta indexes.
 */
final class OriginalRows {
  /** Enough to hide the latency of small requests, few enough for any store. */
  private static final int PARALLEL = 16;

  private static final int MAX_META_BYTES = 1024 * 1024;

  private final ObjectStore store;
  private final KeyLayout layout;

  OriginalRows(ObjectStore store, KeyLayout layout) {
    this.store = store;
    this.layout = layout;
  }

  /**
   * The index with completed rows. One request for each row that {@code known} does not have, 16 at
   * a time. A row whose meta index is missing or damaged keeps its file name as its name.
   *
   * @throws StoreException if the store stops answering
   */
  OverallIndex complete(OverallIndex index, OverallIndex known) {
    Map<SessionId, IndexRow> before = new HashMap<>();
    known.rows().forEach(row -> before.put(row.id(), row));
    List<Callable<IndexRow>> tasks = new ArrayList<>();
    for (IndexRow row : index.rows()) {
      Optional<IndexRow> same =
          Optional.ofNullable(before.get(row.id()))
              .filter(was -> sameObject(was.meta(), row.meta()));
      tasks.add(() -> same.orElseGet(() -> completed(row)));
    }
    return new OverallIndex(
        index.rev(),
        index.nonce(),
        index.lastUpdated(),
        index.complete(),
        index.rebuild(),
        index.removedFloor(),
        index.removed(),
        all(tasks),
        index.other());
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

  private IndexRow completed(IndexRow row) {
    SessionMeta meta = row.meta();
    SessionFields fields =
        read(row.id())
            .filter(read -> describes(read, meta))
            .map(SessionMeta::fields)
            .orElseGet(() -> named(row));
    SessionMeta whole =
        new SessionMeta(
            row.id(),
            fields,
            meta.fileSizeBytes(),
            meta.checksum(),
            meta.src(),
            false,
            meta.degraded());
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
}
