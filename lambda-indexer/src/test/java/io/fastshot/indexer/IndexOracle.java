package io.fastshot.indexer;

import io.fastshot.container.bytes.ByteSource;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.container.json.KeyReasons;
import io.fastshot.container.read.AllegedHeaderReader;
import io.fastshot.container.read.HeaderReading;
import io.fastshot.indexer.observe.DerivedObjects;
import io.fastshot.indexer.observe.SessionDescription;
import io.fastshot.indexer.observe.SessionObserver;
import io.fastshot.indexer.run.IndexerConfig;
import io.fastshot.json.DocumentException;
import io.fastshot.json.MetaIndexJson;
import io.fastshot.model.IndexRow;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.ObjectKey;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import io.fastshot.store.ByteRange;
import io.fastshot.store.GetOutcome;
import io.fastshot.store.ListPage;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.ObjectStores;
import io.fastshot.store.Precondition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What the index should be, computed the plain way: list the bucket, read every file whole.
 *
 * <p>Compares it with the overall index, the meta indexes and the thumbnails that are there. To be
 * asked when no event is under way.
 */
public final class IndexOracle {
  private static final int MOST = 256 * 1024 * 1024;

  private final ObjectStore store;
  private final KeyLayout layout;
  private final XorMask key;
  private final AllegedHeaderReader reader;
  private final List<Difference> differences = new ArrayList<>();

  private IndexOracle(ObjectStore store, IndexerConfig config) {
    this.store = store;
    this.layout = config.layout();
    this.key = config.legacyKey();
    this.reader = new AllegedHeaderReader(key);
  }

  /** What can differ. */
  public enum Part {
    ROW,
    META_INDEX,
    THUMBNAIL
  }

  /**
   * One thing that is not as it should be.
   *
   * @param text for a person
   */
  public record Difference(Part part, SessionId id, String text) {}

  /**
   * Where the index differs from what it should be, one entry for each difference; empty if there
   * is none.
   */
  public static List<Difference> compare(ObjectStore store, IndexerConfig config) {
    IndexOracle oracle = new IndexOracle(store, config);
    try {
      oracle.compare();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return oracle.differences;
  }

  /**
   * Where the index differs from what it should be.
   *
   * @return a line for each difference; empty if there is none
   */
  public static List<String> differences(ObjectStore store, IndexerConfig config) {
    return compare(store, config).stream().map(Difference::text).toList();
  }

  private void differs(Part part, SessionId id, String text) {
    differences.add(new Difference(part, id, text));
  }

  private void compare() throws IOException {
    Map<SessionId, SessionMeta> rows = rows();
    Map<SessionId, ListPage.Entry> metaIndexes = listed(layout.metaIndexes());
    Map<SessionId, ListPage.Entry> thumbnails = listed(layout.thumbnails());
    for (SessionId id : listed(layout.sessions()).keySet()) {
      ObjectStores.SmallObject file = file(layout.session(id));
      HeaderReading reading = reader.read(ByteSource.of(file.bytes()));
      SessionMeta expected = asWritten(meta(id, file, reading));
      SessionMeta row = rows.remove(id);
      SessionMeta inRow = IndexRow.of(expected, 1).meta();
      if (!inRow.equals(row)) {
        differs(Part.ROW, id, "row of " + id + ": expected " + inRow + ", is " + row);
      }
      if (layout.fits(id)) {
        compareMetaIndex(expected);
        metaIndexes.remove(id);
        compareThumbnail(expected, reading);
        thumbnails.remove(id);
      }
    }
    rows.keySet().forEach(id -> differs(Part.ROW, id, "row of an absent session: " + id));
    metaIndexes
        .keySet()
        .forEach(id -> differs(Part.META_INDEX, id, "meta index without session: " + id));
    thumbnails
        .keySet()
        .forEach(id -> differs(Part.THUMBNAIL, id, "thumbnail without session: " + id));
  }

  /**
   * The whole file, with what the store tells of it to the reader of a part: S3 keeps the checksum
   * that it made itself for whole reads.
   */
  private ObjectStores.SmallObject file(String key) throws IOException {
    ObjectStores.SmallObject whole = ObjectStores.read(store, key, MOST).orElseThrow();
    try (GetOutcome.Found part =
        store.get(key, ByteRange.of(0, 1), Precondition.none()) instanceof GetOutcome.Found found
            ? found
            : null) {
      return part == null ? whole : new ObjectStores.SmallObject(part.info(), whole.bytes());
    }
  }

  /** Half a surrogate pair, which a file can hold and UTF-8 cannot, is replaced in a document. */
  private static SessionMeta asWritten(SessionMeta meta) {
    try {
      return MetaIndexJson.read(MetaIndexJson.write(meta));
    } catch (DocumentException e) {
      throw new AssertionError("what is written cannot be read: " + meta, e);
    }
  }

  private SessionMeta meta(SessionId id, ObjectStores.SmallObject file, HeaderReading reading) {
    if (!layout.fits(id)) {
      return SessionDescription.degraded(id, file.info(), SessionObserver.NAME_TOO_LONG);
    }
    return switch (reading) {
      case HeaderReading.Readable(var header) ->
          SessionDescription.readable(id, file.info(), header);
      case HeaderReading.Unreadable(String reason) ->
          SessionDescription.degraded(id, file.info(), KeyReasons.marked(reason, key));
    };
  }

  private Map<SessionId, SessionMeta> rows() {
    Map<SessionId, SessionMeta> rows = new HashMap<>();
    OverallIndex index = IndexProbe.read(store, layout).index();
    long last = Long.MAX_VALUE;
    for (IndexRow row : index.rows()) {
      if (rows.put(row.id(), row.meta()) != null) {
        differs(Part.ROW, row.id(), "two rows of " + row.id());
      }
      if (row.rev() > last || row.rev() > index.rev()) {
        differs(Part.ROW, row.id(), "row out of order: " + row.id() + " has rev " + row.rev());
      }
      last = row.rev();
    }
    return rows;
  }

  private Map<SessionId, ListPage.Entry> listed(String prefix) {
    Map<SessionId, ListPage.Entry> ids = new TreeMap<>();
    for (ListPage.Entry entry : ObjectStores.listAll(store, prefix)) {
      switch (layout.parse(entry.key())) {
        case ObjectKey.Session(SessionId id) -> ids.put(id, entry);
        case ObjectKey.MetaIndex(SessionId id) -> ids.put(id, entry);
        case ObjectKey.Thumbnail(SessionId id) -> ids.put(id, entry);
        case ObjectKey.Trash _, ObjectKey.OverallMeta _, ObjectKey.Foreign _ -> {}
      }
    }
    return ids;
  }

  private void compareMetaIndex(SessionMeta expected) {
    var stored = ObjectStores.read(store, layout.metaIndex(expected.id()), MOST);
    if (stored.isEmpty()) {
      differs(Part.META_INDEX, expected.id(), "no meta index of " + expected.id());
      return;
    }
    try {
      SessionMeta meta = MetaIndexJson.read(stored.get().bytes());
      if (!meta.equals(expected)) {
        differs(
            Part.META_INDEX, expected.id(), "meta index: expected " + expected + ", is " + meta);
      }
    } catch (DocumentException e) {
      differs(
          Part.META_INDEX, expected.id(), "meta index of " + expected.id() + ": " + e.getMessage());
    }
  }

  private void compareThumbnail(SessionMeta expected, HeaderReading reading) {
    byte[] picture =
        reading instanceof HeaderReading.Readable(var header) ? header.thumbnailPng() : null;
    var stored = ObjectStores.read(store, layout.thumbnail(expected.id()), MOST);
    if (stored.isEmpty()) {
      if (picture != null) {
        differs(Part.THUMBNAIL, expected.id(), "no thumbnail of " + expected.id());
      }
      return;
    }
    String src = stored.get().info().userMetadata().get(DerivedObjects.THUMBNAIL_SRC);
    if (picture == null
        || !Arrays.equals(picture, stored.get().bytes())
        || !Objects.equals(src, expected.src())) {
      differs(
          Part.THUMBNAIL,
          expected.id(),
          "thumbnail of " + expected.id() + " is not of " + expected.src());
    }
  }
}
