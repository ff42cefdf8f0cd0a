package io.fastshot.client.data.cache;

import io.fastshot.client.data.bytes.SafeFileName;
import io.fastshot.container.png.Png;
import io.fastshot.model.IndexRow;
import io.fastshot.model.KeyLayout;
import io.fastshot.store.ETag;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.ObjectStores;
import io.fastshot.store.StoreException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Thumbnails, on disk by session and by the version of its file: a session that takes the name of
 * another never shows the other's picture.
 */
public final class ThumbnailCache {
  /** The user metadata of a thumbnail that names the session object it was taken from. */
  public static final String SRC_METADATA = "src";

  static final int MAX_BYTES = 4 * 1024 * 1024;
  private static final String SUFFIX = ".png";

  private final CacheFiles files;
  private final ObjectStore store;
  private final KeyLayout layout;

  public ThumbnailCache(CacheFiles files, ObjectStore store, KeyLayout layout) {
    this.files = files;
    this.store = store;
    this.layout = layout;
  }

  /** From the disk; empty if it is not there or was damaged, which is reported. */
  public Optional<byte[]> cached(IndexRow row) {
    if (!row.meta().thumbnail()) {
      return Optional.empty();
    }
    Optional<byte[]> bytes = files.read(file(row));
    if (bytes.isPresent() && !Png.isIntact(bytes.get())) {
      files.setAside(file(row), "not a whole PNG");
      return Optional.empty();
    }
    return bytes;
  }

  /** From the disk or the bucket; one request when it is not on disk. */
  public Optional<byte[]> get(IndexRow row) {
    Optional<byte[]> cached = cached(row);
    return cached.isPresent() || !row.meta().thumbnail() ? cached : fetch(row);
  }

  private Optional<byte[]> fetch(IndexRow row) {
    Optional<ObjectStores.SmallObject> object;
    try {
      object = ObjectStores.read(store, layout.thumbnail(row.id()), MAX_BYTES);
    } catch (StoreException e) {
      files.report("thumbnails could not be read: " + e.getMessage());
      return Optional.empty();
    }
    Optional<byte[]> bytes =
        object
            .filter(found -> isOf(row, found.info().userMetadata().get(SRC_METADATA)))
            .map(ObjectStores.SmallObject::bytes)
            .filter(Png::isIntact);
    bytes.ifPresent(png -> files.tryWrite(file(row), png));
    return bytes;
  }

  private static boolean isOf(IndexRow row, @org.jspecify.annotations.Nullable String src) {
    String wanted = row.meta().src();
    return wanted != null
        && src != null
        && !src.isEmpty()
        && new ETag(wanted).unquoted().equals(new ETag(src).unquoted());
  }

  /** Removes the picture of a row that is no longer shown. */
  public void discard(IndexRow row) {
    if (row.meta().thumbnail()) {
      files.discard(file(row));
    }
  }

  public List<Path> all() {
    return files.list(files.thumbnails(), SUFFIX);
  }

  private Path file(IndexRow row) {
    String version = SafeFileName.hash(String.valueOf(row.meta().src()));
    return files.thumbnails().resolve(SafeFileName.of(row.id().base()) + "-" + version + SUFFIX);
  }
}
