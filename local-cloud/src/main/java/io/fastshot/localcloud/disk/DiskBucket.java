package io.fastshot.localcloud.disk;

import io.fastshot.files.FileMoves;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One bucket: a folder with one file per object, and their descriptions in memory.
 *
 * <p>A change is checked, published and told to the listener under the lock of its key, so
 * conditional writes are atomic and events come in order. When a change returns, it is on the disk.
 *
 * <p><b>Threads:</b> safe from any number of threads; one process per folder.
 */
public final class DiskBucket {
  private static final Logger LOG = LoggerFactory.getLogger(DiskBucket.class);

  /** What must hold of the object that a change replaces or removes. */
  @FunctionalInterface
  public interface Condition {
    /**
     * Throws an unchecked exception of the caller's choice if the change may not happen.
     *
     * @param current null if there is none
     */
    void check(@Nullable StoredObject current);
  }

  private final String name;
  private final Path folder;
  private final InstantSource clock;
  private final ObjectChangeListener listener;
  private final KeyLocks locks = new KeyLocks();
  private final ConcurrentSkipListMap<String, StoredObject> objects =
      new ConcurrentSkipListMap<>(new Utf8Order());
  private final AtomicLong sequence;

  private DiskBucket(Path folder, InstantSource clock, ObjectChangeListener listener) {
    this.name = folder.getFileName().toString();
    this.folder = folder;
    this.clock = clock;
    this.listener = listener;
    // Sixteen bits leave room for 65 changes per microsecond before two runs could overlap.
    this.sequence = new AtomicLong(clock.millis() << 16);
  }

  /**
   * Opens a bucket and reads the descriptions of its objects; makes it if there is none.
   *
   * <p>A file that is not an object is set aside with the suffix {@code .damaged}.
   */
  public static DiskBucket open(Path folder, InstantSource clock, ObjectChangeListener listener)
      throws IOException {
    Files.createDirectories(folder);
    Draft.sweep(folder);
    DiskBucket bucket = new DiskBucket(folder, clock, listener);
    try (var files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (file.getFileName().toString().length() == 64) {
          bucket.load(file);
        }
      }
    }
    return bucket;
  }

  private void load(Path file) throws IOException {
    try {
      StoredObject object = SealedFiles.describe(file);
      objects.put(object.key(), object);
    } catch (IOException e) {
      Path aside = file.resolveSibling(file.getFileName() + ".damaged");
      LOG.warn("{}; set aside as {}", e.getMessage(), aside.getFileName());
      FileMoves.move(file, aside);
    }
  }

  /** The bucket's name. */
  public String name() {
    return name;
  }

  /** Where drafts of this bucket's objects are made. */
  public Path folder() {
    return folder;
  }

  /** All objects, in the order of S3; a live view that cannot be changed. */
  public NavigableMap<String, StoredObject> objects() {
    return Collections.unmodifiableNavigableMap(objects);
  }

  /** What stands at a key. */
  public Optional<StoredObject> find(String key) {
    return Optional.ofNullable(objects.get(key));
  }

  /** Opens the object at a key; the caller closes it. */
  public Optional<OpenObject> read(String key) throws IOException {
    try (var _ = locks.lock(key)) {
      StoredObject object = objects.get(key);
      if (object == null) {
        return Optional.empty();
      }
      return Optional.of(
          new OpenObject(object, FileChannel.open(file(key), StandardOpenOption.READ)));
    }
  }

  /**
   * Publishes a draft of this bucket's folder at a key.
   *
   * @param etag quoted
   * @param condition checked at the moment of publication
   * @return what stands there now
   */
  public StoredObject publish(
      Draft draft,
      ObjectChange.Kind kind,
      String key,
      String etag,
      ObjectHeaders headers,
      Condition condition)
      throws IOException {
    StoredObject object = new StoredObject(key, etag, draft.sizeBytes(), now(), headers);
    draft.seal(object);
    try (var _ = locks.lock(key)) {
      condition.check(objects.get(key));
      draft.publish(file(key));
      objects.put(key, object);
      tell(kind, object);
    }
    return object;
  }

  /**
   * Removes the object at a key; no object is no error.
   *
   * @param condition checked at the moment of removal
   */
  public void remove(String key, Condition condition) throws IOException {
    try (var _ = locks.lock(key)) {
      StoredObject current = objects.get(key);
      condition.check(current);
      if (current != null) {
        Files.delete(file(key));
        objects.remove(key);
        tell(ObjectChange.Kind.DELETE, current);
      }
    }
  }

  /** Removes the bucket's folder, which must hold no object. */
  public void delete() throws IOException {
    Files.delete(folder);
  }

  /** The time that objects written now get. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private void tell(ObjectChange.Kind kind, StoredObject object) {
    listener.changed(
        new ObjectChange(
            name,
            kind,
            object.key(),
            object.etag(),
            object.sizeBytes(),
            sequence.incrementAndGet(),
            clock.instant()));
  }

  private Path file(String key) {
    return folder.resolve(SealedFiles.filename(key));
  }
}
