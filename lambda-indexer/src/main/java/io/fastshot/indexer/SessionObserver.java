package io.fastshot.indexer;

import io.fastshot.container.AllegedHeaderReader;
import io.fastshot.container.ByteSource;
import io.fastshot.container.HeaderReading;
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

/**
 * Reads a session and brings its meta index and thumbnail in line with it.
 *
 * <p>The session object is the only source of truth: its absence is believed only when S3 says 404.
 * What is wrong with a file is a row that says so; what is wrong with the way to it is a failure of
 * this key alone.
 */
final class SessionObserver {

  /** A session is replaced at most once in a blue moon; three times in a row is not believable. */
  private static final int TRIES = 3;

  /** A meta index is some KB; a foreign object of this size is not one. */
  private static final int MAX_META_INDEX_BYTES = 4 * 1024 * 1024;

  /** Why a session whose derived objects' keys would be too long for S3 is degraded. */
  static final String NAME_TOO_LONG =
      "the file name is too long for S3 to keep a meta index of it: give the file a shorter name";

  private final ObjectStore store;
  private final KeyLayout layout;
  private final AllegedHeaderReader reader;
  private final DerivedObjects derived;

  SessionObserver(ObjectStore store, IndexerConfig config) {
    this.store = store;
    this.layout = config.layout();
    this.reader = new AllegedHeaderReader(config.legacyKey());
    this.derived = new DerivedObjects(store, config.layout());
  }

  /**
   * Reads the session itself. One ranged GET (a legacy file one or two more), then two writes.
   *
   * @return never an exception
   */
  Observation observe(SessionId id) {
    return guarded(id, () -> fromFile(id));
  }

  /**
   * Takes over what the meta index says if it was made of the object that is there now; else as
   * {@link #observe}. One HEAD and one GET.
   *
   * @return never an exception
   */
  Observation observeByMetaIndex(SessionId id) {
    return guarded(id, () -> fromMetaIndex(id));
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
    } catch (RuntimeException | StackOverflowError e) {
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
    Optional<SessionMeta> meta = metaIndex(id);
    if (meta.isPresent() && describes(meta.get(), id, session.get())) {
      return new Observation.Present(meta.get());
    }
    return fromFile(id);
  }

  private static boolean describes(SessionMeta meta, SessionId id, ObjectInfo session) {
    return meta.id().equals(id)
        && session.etag().value().equals(meta.src())
        && meta.fileSizeBytes() == session.sizeBytes();
  }

  private Optional<SessionMeta> metaIndex(SessionId id) {
    Optional<ObjectStores.SmallObject> object =
        ObjectStores.read(store, layout.metaIndex(id), MAX_META_INDEX_BYTES);
    if (object.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(MetaIndexJson.read(object.get().bytes()));
    } catch (DocumentException _) {
      return Optional.empty(); // damaged: the session is read, and the document written anew
    }
  }

  private Observation fromFile(SessionId id) throws IOException {
    if (!layout.fits(id)) {
      return withoutMetaIndex(id);
    }
    for (int attempt = 0; attempt < TRIES; attempt++) {
      switch (ObservedObject.open(store, layout.session(id))) {
        case ObservedObject.Opening.Absent _ -> {
          return absent(id);
        }
        case ObservedObject.Opening.Empty _ -> {
          Optional<ObjectInfo> info = store.head(layout.session(id));
          if (info.isPresent() && info.get().sizeBytes() == 0) {
            return present(id, info.get(), reader.read(ByteSource.of(new byte[0])));
          }
        }
        case ObservedObject.Opening.Open(ObservedObject object) -> {
          try {
            return present(id, object.info(), reader.read(object));
          } catch (ChangedWhileReadingException _) {
            // The bytes read so far are of a version that is gone: once more from the beginning.
          }
        }
      }
    }
    return new Observation.Failed(
        id.filename() + " was replaced each time it was being read", true);
  }

  private Observation present(SessionId id, ObjectInfo info, HeaderReading reading) {
    return switch (reading) {
      case HeaderReading.Readable(var header) -> {
        SessionMeta meta = SessionDescription.readable(id, info, header);
        derived.write(meta, header.thumbnailPng());
        yield new Observation.Present(meta);
      }
      case HeaderReading.Unreadable(String reason) -> unreadable(id, info, reason);
    };
  }

  private Observation unreadable(SessionId id, ObjectInfo info, String reason) {
    SessionMeta meta = SessionDescription.degraded(id, info, reason);
    derived.write(meta, null);
    return new Observation.Present(meta);
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
