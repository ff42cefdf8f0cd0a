package io.fastshot.localcloud.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Multipart uploads that are not completed: a folder each, with one file per part and one for what
 * the object will be. They survive a restart.
 *
 * <p><b>Threads:</b> safe from any number of threads.
 */
public final class Uploads {
  private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
  private static final String ABOUT = "about";

  /** As the rule on the deployed bucket: an upload that was not finished in a week will not be. */
  private static final Duration ABANDONED = Duration.ofDays(7);

  private final Path folder;
  private final InstantSource clock;
  private final KeyLocks locks = new KeyLocks();
  private final Map<String, Upload> uploads = new ConcurrentHashMap<>();

  /**
   * An upload.
   *
   * @param id random
   * @param bucket where the object will stand
   * @param object its key, when the upload began, and its headers
   */
  public record Upload(String id, String bucket, StoredObject object) {}

  /** Work on an upload that nobody else works on. */
  @FunctionalInterface
  public interface Completion<T> {
    T complete(Upload upload) throws IOException;
  }

  private Uploads(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** Opens the folder of all uploads; what crashes left half made is removed. */
  public static Uploads open(Path folder, InstantSource clock) throws IOException {
    Files.createDirectories(folder);
    Uploads uploads = new Uploads(folder, clock);
    try (var entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        uploads.load(entry);
      }
    }
    uploads.dropAbandoned();
    return uploads;
  }

  private void load(Path entry) throws IOException {
    String id = entry.getFileName().toString();
    if (Files.exists(entry.resolve(ABOUT))) {
      Draft.sweep(entry);
      StoredObject about = SealedFiles.describe(entry.resolve(ABOUT));
      uploads.put(id, fromAbout(id, about));
    } else {
      deleteFolder(entry);
    }
  }

  /** Removes uploads that were begun more than a week ago, as a lifecycle rule does on AWS. */
  private void dropAbandoned() throws IOException {
    Instant oldest = clock.instant().minus(ABANDONED);
    for (Upload upload : uploads.values()) {
      if (upload.object().lastModified().isBefore(oldest)) {
        LOG.info(
            "dropped the parts of an upload of {} that was begun {} and never ended",
            upload.object().key(),
            upload.object().lastModified());
        var _ = end(upload.id(), dropped -> dropped);
      }
    }
  }

  /** Begins an upload; this is also when abandoned ones are dropped. */
  public Upload begin(String bucket, String key, ObjectHeaders headers) throws IOException {
    dropAbandoned();
    String id = UUID.randomUUID().toString();
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Upload upload = new Upload(id, bucket, new StoredObject(key, "\"\"", 0, now, headers));
    Path own = Files.createDirectory(folder.resolve(id));
    try (Draft draft = Draft.in(own)) {
      draft.seal(toAbout(upload));
      draft.publish(own.resolve(ABOUT));
    }
    uploads.put(id, upload);
    return upload;
  }

  /** The upload of an id, if it has not ended. */
  public Optional<Upload> find(String id) {
    return Optional.ofNullable(uploads.get(id));
  }

  /** All uploads into a bucket, by key, then by age. */
  public List<Upload> of(String bucket) {
    return uploads.values().stream()
        .filter(upload -> upload.bucket().equals(bucket))
        .sorted(
            Comparator.comparing((Upload upload) -> upload.object().key(), new Utf8Order())
                .thenComparing(upload -> upload.object().lastModified()))
        .toList();
  }

  /** A draft of one of an upload's parts; published with {@link #addPart}. */
  public Draft draftPart(Upload upload) throws IOException {
    return Draft.in(folder.resolve(upload.id()));
  }

  /** Adds a part, or replaces the one of that number. */
  public StoredObject addPart(
      Upload upload, Draft draft, int number, String etag, ObjectHeaders headers)
      throws IOException {
    StoredObject part =
        new StoredObject(
            Integer.toString(number),
            etag,
            draft.sizeBytes(),
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            headers);
    draft.seal(part);
    draft.publish(part(upload, number));
    return part;
  }

  /** The parts so far, by number. */
  public List<StoredObject> parts(Upload upload) throws IOException {
    List<StoredObject> parts = new ArrayList<>();
    try (var files = Files.newDirectoryStream(folder.resolve(upload.id()), "part-*")) {
      for (Path file : files) {
        parts.add(SealedFiles.describe(file));
      }
    }
    parts.sort(Comparator.comparingInt(part -> Integer.parseInt(part.key())));
    return parts;
  }

  /** Opens a part's content. */
  public InputStream openPart(Upload upload, StoredObject part) throws IOException {
    Path file = part(upload, Integer.parseInt(part.key()));
    OpenObject open = new OpenObject(part, FileChannel.open(file, StandardOpenOption.READ));
    return open.content(0, part.sizeBytes());
  }

  /**
   * Ends an upload by work that runs while nobody else ends it; when the work throws, the upload
   * stays.
   *
   * @return what the work gave; empty if there is no such upload
   */
  public <T> Optional<T> end(String id, Completion<T> work) throws IOException {
    try (var _ = locks.lock(id)) {
      Upload upload = uploads.get(id);
      if (upload == null) {
        return Optional.empty();
      }
      T result = work.complete(upload);
      uploads.remove(id);
      deleteFolder(folder.resolve(id));
      return Optional.of(result);
    }
  }

  private Path part(Upload upload, int number) {
    return folder.resolve(upload.id()).resolve(String.format("part-%05d", number));
  }

  /** An upload's own description keeps {@code bucket/key} in place of the key. */
  private static StoredObject toAbout(Upload upload) {
    return withKey(upload.object(), upload.bucket() + "/" + upload.object().key());
  }

  private static Upload fromAbout(String id, StoredObject about) {
    int slash = about.key().indexOf('/');
    return new Upload(
        id, about.key().substring(0, slash), withKey(about, about.key().substring(slash + 1)));
  }

  private static StoredObject withKey(StoredObject object, String key) {
    return new StoredObject(
        key, object.etag(), object.sizeBytes(), object.lastModified(), object.headers());
  }

  private static void deleteFolder(Path own) throws IOException {
    // The description goes first: without it the rest counts as left behind by a crash.
    Files.deleteIfExists(own.resolve(ABOUT));
    try (var files = Files.newDirectoryStream(own)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
    try {
      Files.delete(own);
    } catch (DirectoryNotEmptyException _) {
      // A part was still being written: the rest goes at the next start.
      LOG.debug("left {} for the next start", own);
    }
  }
}
