package io.fastshot.client.data.cache;

import io.fastshot.client.data.bytes.SafeFileName;
import io.fastshot.client.data.connection.Failure;
import io.fastshot.json.DocumentException;
import io.fastshot.json.MetaIndexJson;
import io.fastshot.model.IndexRow;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.SessionMeta;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.ObjectStores;
import io.fastshot.store.StoreException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Meta indexes, on disk. One is believed only if it was made from the same session object as the
 * row: a delayed writer may have left an older one.
 */
public final class MetaIndexCache {
  private static final int MAX_BYTES = 1024 * 1024;
  private static final String SUFFIX = ".meta.json";

  private final CacheFiles files;
  private final ObjectStore store;
  private final KeyLayout layout;

  public MetaIndexCache(CacheFiles files, ObjectStore store, KeyLayout layout) {
    this.files = files;
    this.store = store;
    this.layout = layout;
  }

  /**
   * Everything known of a session. No request where the row has its whole description or the meta
   * index is on disk, else one; the row itself where the meta index cannot be had now.
   */
  public SessionMeta details(IndexRow row) {
    if (!row.descCut()) {
      return row.meta();
    }
    return cached(row).or(() -> fetch(row)).orElse(row.meta());
  }

  private Optional<SessionMeta> cached(IndexRow row) {
    Optional<byte[]> bytes = files.read(file(row));
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(MetaIndexJson.read(bytes.get())).filter(meta -> isOf(row, meta));
    } catch (DocumentException e) {
      files.setAside(file(row), String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private Optional<SessionMeta> fetch(IndexRow row) {
    try {
      var object = ObjectStores.read(store, layout.metaIndex(row.id()), MAX_BYTES);
      if (object.isEmpty()) {
        return Optional.empty();
      }
      SessionMeta meta = MetaIndexJson.read(object.get().bytes());
      if (!isOf(row, meta)) {
        return Optional.empty();
      }
      files.tryWrite(file(row), object.get().bytes());
      return Optional.of(meta);
    } catch (DocumentException | StoreException e) {
      files.report("the meta index of " + row.id() + " could not be read: " + Failure.describe(e));
      return Optional.empty();
    }
  }

  private static boolean isOf(IndexRow row, SessionMeta meta) {
    String src = row.meta().src();
    return meta.id().equals(row.id()) && (src == null || src.equals(meta.src()));
  }

  /** Removes what is kept of a session that is no longer shown. */
  public void discard(IndexRow row) {
    files.discard(file(row));
  }

  public List<Path> all() {
    return files.list(files.metaIndexes(), SUFFIX);
  }

  private Path file(IndexRow row) {
    return files.metaIndexes().resolve(SafeFileName.of(row.id().base()) + SUFFIX);
  }
}
