package io.fastshot.indexer.observe;

import io.fastshot.container.Format;
import io.fastshot.container.bytes.ByteSource;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.container.json.KeyReasons;
import io.fastshot.container.read.AllegedHeaderReader;
import io.fastshot.container.read.HeaderReading;
import io.fastshot.indexer.run.IndexerConfig;
import io.fastshot.json.DocumentException;
import io.fastshot.json.MetaIndexJson;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import io.fastshot.store.ObjectInfo;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.ObjectStores;
import io.fastshot.store.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a session and brings its meta index and thumbnail in line with it.
 *
 * <p>The session object is the only source of truth: its absence is believed only when S3 says 404.
 * What is wrong with a file is a row that says so; what is wrong with the way to it is a failure of
 * this key alone.
 */
public final class SessionObserver {

  /** A session is replaced at most once in a blue moon; three times in a row is not believable. */
  private static final int TRIES = 3;

  /** A meta index is some KB; a foreign object of this size is not one. */
  private static final int MAX_META_INDEX_BYTES = 4 * 1024 * 1024;

  /** Why a session whose derived objects' keys would be too long for S3 is degraded. */
  public static final String NAME_TOO_LONG =
      "the file name is too long for S3 to keep a meta index of it: give the file a shorter name";

  /** Why a session is degraded whose bytes the store does not give out. */
  public static final String ARCHIVED = "the file is archived; restore it first";

  private final ObjectStore store;
  private final KeyLayout layout;
  private final XorMask key;
  private final Reader reader;
  private final DerivedObjects derived;
  private final HeavyReads heavyReads = new HeavyReads();

  /** What makes a header of a file. */
  interface Reader {
    HeaderReading read(ByteSource source) throws IOException;
  }

  public SessionObserver(ObjectStore store, IndexerConfig config) {
    this(
        store,
        config.layout(),
        config.legacyKey(),
        new AllegedHeaderReader(config.legacyKey())::read);
  }

  SessionObserver(ObjectStore store, KeyLayout layout, XorMask key, Reader reader) {
    this.store = store;
    this.key = key;
    this.layout = layout;
    this.reader = reader;
    this.derived = new DerivedObjects(store, layout);
  }

  /**
   * Reads the session itself. One ranged GET (a legacy file one or two more), then two writes.
   *
   * @return never an exception
   */
  public Observation observe(SessionId id) {
    return guarded(id, () -> fromFile(id));
  }

  /**
   * Takes over what the meta index says if it was made of the object that is there now, and under
   * the key of now if that made a difference; else as {@link #observe}. One HEAD and one GET.
   *
   * @return never an exception
   */
  public Observation observeByMetaIndex(SessionId id) {
    return guarded(id, () -> fromMetaIndex(id));
  }

  /**
   * Takes over what the meta index says if it was made of the object that is there now; never reads
   * a session file. One HEAD and one GET.
   *
   * @return never an exception; a failure if there is no such meta index
   */
  public Observation observeByMetaIndexAlone(SessionId id) {
    return guarded(
        id,
        () -> {
          Optional<ObjectInfo> session = store.head(layout.session(id));
          if (session.isEmpty()) {
            return absent(id);
          }
          return described(id, session.get())
              .<Observation>map(Observation.Present::new)
              .orElseGet(() -> new Observation.Failed(id.filename() + ": not indexed yet", false));
        });
  }

  private Optional<SessionMeta> described(SessionId id, ObjectInfo session) {
    return layout.fits(id)
        ? metaIndex(id).filter(meta -> describes(meta, id, session))
        : Optional.empty();
  }

  private interface Reading {
    Observation run() throws IOException;
  }

  private Observation guarded(SessionId id, Reading reading) {
    if (layout.session(id).getBytes(StandardCharsets.UTF_8).length > KeyLayout.MAX_KEY_BYTES) {
      return new Observation.Absent(); // no object can have that key
    }
    try {
      return reading.run();
    } catch (IOException | StoreException.Unavailable e) {
      return new Observation.Failed(id.filename() + ": " + e, true);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      // Whatever one session does to its reader, the others of the batch go on.
      return new Observation.Failed(id.filename() + ": " + e, false);
    }
  }

  private Observation fromMetaIndex(SessionId id) throws IOException {
    if (!layout.fits(id)) {
      return fromFile(id);
    }
    Optional<ObjectInfo> session = store.head(layout.session(id));
    if (session.isEmpty()) {
      return absent(id);
    }
    Optional<SessionMeta> meta =
        described(id, session.get())
            .filter(known -> !KeyReasons.isOfAnotherKey(known.degraded(), key));
    return meta.isPresent() ? new Observation.Present(meta.get()) : fromFile(id);
  }

  private static boolean describes(SessionMeta meta, SessionId id, ObjectInfo session) {
    return meta.id().equals(id)
        && session.etag().value().equals(meta.src())
        && meta.fileSizeBytes() == session.sizeBytes();
  }

  private Optional<SessionMeta> metaIndex(SessionId id) {
    try {
      Optional<ObjectStores.SmallObject> object =
          ObjectStores.read(store, layout.metaIndex(id), MAX_META_INDEX_BYTES);
      return object.isEmpty()
          ? Optional.empty()
          : Optional.of(MetaIndexJson.read(object.get().bytes()));
    } catch (DocumentException | StoreException.Rejected _) {
      // Damaged, or too large to be one: the session is read, and the document written anew.
      return Optional.empty();
    }
  }

  private Observation fromFile(SessionId id) throws IOException {
    if (!layout.fits(id)) {
      return withoutMetaIndex(id);
    }
    for (int attempt = 0; attempt < TRIES; attempt++) {
      try (HeavyReads.Turn turn = heavyReads.turn()) {
        Observation observation = once(id, turn);
        if (observation != null) {
          return observation;
        }
      } catch (StoreException.Archived _) {
        return archived(id);
      } catch (ChangedWhileReadingException _) {
        // The bytes read so far are of a version that is gone: once more from the beginning.
      }
    }
    return new Observation.Failed(
        id.filename() + " was replaced each time it was being read", true);
  }

  /** Null if the object changed meanwhile. */
  private @Nullable Observation once(SessionId id, HeavyReads.Turn turn) throws IOException {
    return switch (ObservedObject.open(store, layout.session(id), turn)) {
      case ObservedObject.Opening.Absent _ -> absent(id);
      case ObservedObject.Opening.Empty _ -> {
        Optional<ObjectInfo> info = store.head(layout.session(id));
        yield info.isPresent() && info.get().sizeBytes() == 0
            ? present(id, info.get(), reader.read(ByteSource.of(new byte[0])))
            : null;
      }
      case ObservedObject.Opening.Open(ObservedObject object) ->
          present(id, object.info(), reading(object));
    };
  }

  /**
   * A file that makes the reader fail is one that cannot be read: it is listed with that reason,
   * and its message does not come back for ever.
   *
   * @throws StoreException if it was the store that failed
   */
  private HeaderReading reading(ObservedObject object) throws IOException {
    try {
      return reader.read(object);
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      return new HeaderReading.Unreadable(
          "this version of the indexer cannot read the file ("
              + e.getClass().getSimpleName()
              + "): please report it, with the file if you may");
    }
  }

  private Observation present(SessionId id, ObjectInfo info, HeaderReading reading) {
    return switch (reading) {
      case HeaderReading.Readable(var header) -> {
        SessionMeta meta = SessionDescription.readable(id, info, header);
        derived.write(meta, header.thumbnailPng());
        yield new Observation.Present(meta, header.format() != Format.CURRENT);
      }
      case HeaderReading.Unreadable(String reason) ->
          unreadable(id, info, KeyReasons.marked(reason, key));
    };
  }

  private Observation unreadable(SessionId id, ObjectInfo info, String reason) {
    SessionMeta meta = SessionDescription.degraded(id, info, reason);
    derived.write(meta, null);
    return new Observation.Present(meta);
  }

  /** It is there and cannot be read: what was known of it stays. */
  private Observation archived(SessionId id) {
    Optional<ObjectInfo> info = store.head(layout.session(id));
    if (info.isEmpty()) {
      return absent(id);
    }
    return described(id, info.get())
        .<Observation>map(Observation.Present::new)
        .orElseGet(() -> unreadable(id, info.get(), ARCHIVED));
  }

  private Observation absent(SessionId id) {
    derived.remove(id);
    return new Observation.Absent();
  }

  private Observation withoutMetaIndex(SessionId id) {
    return store
        .head(layout.session(id))
        .<Observation>map(
            info -> new Observation.Present(SessionDescription.degraded(id, info, NAME_TOO_LONG)))
        .orElseGet(Observation.Absent::new);
  }
}
