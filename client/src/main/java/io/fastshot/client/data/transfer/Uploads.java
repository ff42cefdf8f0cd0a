package io.fastshot.client.data.transfer;

import io.fastshot.client.data.bytes.Digests;
import io.fastshot.client.data.bytes.Progress;
import io.fastshot.client.data.bytes.SlicedDigests;
import io.fastshot.client.data.bytes.Transfer;
import io.fastshot.client.data.connection.Failure;
import io.fastshot.client.data.connection.Retry;
import io.fastshot.model.Checksum;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.SessionId;
import io.fastshot.store.Content;
import io.fastshot.store.ETag;
import io.fastshot.store.ObjectInfo;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.Precondition;
import io.fastshot.store.PutOutcome;
import io.fastshot.store.StoreException;
import io.fastshot.store.parts.PartUploads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts session files into the bucket: only where nothing has their name yet, and with their
 * checksum, so that the store refuses what was damaged on the way. Large ones are sent in parts
 * where the store can do that, and go on where they were.
 *
 * <p>When an answer is lost, a HEAD tells whether the file is there. The local file is only read.
 */
public final class Uploads {
  /** More than any session; far below the 5 GiB that one PUT takes. */
  static final long MAX_BYTES = 1L << 30;

  /** Of 8 MiB, so at most 128 for the largest file. */
  private static final PartSizes SIZES = new PartSizes(16_000_000, 8L << 20);

  /** From here on a request that looks first costs less than an upload for nothing. */
  static final long LOOK_FIRST_BYTES = 256 << 10;

  private static final int MAX_SUGGESTIONS = 9;

  private final ObjectStore store;
  private final KeyLayout layout;
  private final SessionFileCheck check;
  private final Retry retry;
  private final PartSizes sizes;

  /**
   * What is sent in parts.
   *
   * @param above files larger than this
   * @param each size of a part
   */
  record PartSizes(long above, long each) {}

  public Uploads(ObjectStore store, KeyLayout layout, SessionFileCheck check, Retry retry) {
    this(store, layout, check, retry, SIZES);
  }

  /** For tests, which have less time. */
  Uploads(
      ObjectStore store, KeyLayout layout, SessionFileCheck check, Retry retry, PartSizes sizes) {
    this.store = store;
    this.layout = layout;
    this.check = check;
    this.retry = retry;
    this.sizes = sizes;
  }

  /** See {@code Library.upload}. */
  public UploadOutcome upload(Path file, Upload.Check check, Progress progress) {
    String name = String.valueOf(file.getFileName());
    return SessionId.isSessionFilename(name)
        ? upload(
            new Upload(file, SessionId.ofFilename(name), check, PartMemory.ofThisRun()), progress)
        : badName(name);
  }

  private static UploadOutcome badName(String name) {
    return new UploadOutcome.Unreadable(
        "the name must end in .fastshot and be of at most 1,000 bytes: " + name);
  }

  /**
   * Uploads a file, or goes on with its upload.
   *
   * <p><b>Cost:</b> the file is read twice, sent once; one request, one more from 256 KiB on, and
   * above 16 MB one for each 8 MiB and three more; one or two more if an answer is lost or the name
   * is taken.
   */
  public UploadOutcome upload(Upload upload, Progress progress) {
    Path file = upload.file();
    try {
      if (!layout.fits(upload.as())) {
        return badName(upload.as().filename());
      }
      Optional<String> wrong =
          upload.check() == Upload.Check.ANY_FILE ? Optional.empty() : check.problemWith(file);
      if (wrong.isPresent()) {
        return new UploadOutcome.Unreadable(wrong.get());
      }
      if (Files.size(file) > MAX_BYTES) {
        return new UploadOutcome.Unreadable(file.getFileName() + " has more than 1 GiB");
      }
      return send(upload, progress);
    } catch (Transfer.CancelledException _) {
      return new UploadOutcome.Failed(Failure.cancelled());
    } catch (IOException e) {
      return new UploadOutcome.Failed(Failure.local(file.getFileName() + " cannot be read", e));
    }
  }

  private UploadOutcome send(Upload upload, Progress progress) throws IOException {
    SourceFile source = SourceFile.of(upload.file());
    try {
      SlicedDigests digests = SlicedDigests.of(upload.file(), sizes.each(), progress);
      Optional<UploadOutcome> there = lookFirst(upload, digests.whole());
      return there.isPresent() ? there.get() : sendRead(upload, digests, progress);
    } catch (StoreException e) {
      Optional<String> change = source.change();
      Failure failure =
          change.isPresent() && e instanceof StoreException.Rejected
              ? Failure.failed(change.get())
              : Failure.of(e);
      return new UploadOutcome.Failed(progress.cancelled() ? Failure.cancelled() : failure);
    }
  }

  private UploadOutcome sendRead(Upload upload, SlicedDigests digests, Progress progress)
      throws IOException {
    boolean large = digests.whole().sizeBytes() > sizes.above();
    Optional<PartUploads> inParts = large ? store.inParts() : Optional.empty();
    if (inParts.isEmpty()) {
      Content content = content(upload.file(), digests.whole(), progress);
      String key = layout.session(upload.as());
      return settled(
          upload.as(),
          digests.whole(),
          progress,
          () -> store.put(key, content, Precondition.absent()));
    }
    PartsUpload parts = new PartsUpload(inParts.get(), layout.session(upload.as()), upload.parts());
    Content about = content(upload.file(), digests.whole(), progress);
    boolean done = false;
    try {
      UploadOutcome outcome =
          settled(
              upload.as(),
              digests.whole(),
              progress,
              () -> parts.run(about, upload.file(), digests, retry, progress));
      done = true;
      return outcome;
    } catch (StoreException.Denied | StoreException.Rejected e) {
      giveUp(parts);
      throw e;
    } finally {
      if (!done && !upload.parts().outlives()) {
        giveUp(parts);
      }
    }
  }

  /** What came before is to be told, not what its clearing away met. */
  private static void giveUp(PartsUpload parts) throws IOException {
    boolean interrupted = Thread.interrupted(); // else no request goes out any more
    try {
      parts.abandon();
    } catch (StoreException _) {
      // Noted still, or ended by the store's own rule.
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * Ends an upload that is not to go on: nothing of it stays in the store. One or two requests if
   * one is noted.
   *
   * @throws StoreException if the store did not do it; it stays noted
   */
  public void abandon(SessionId as, PartMemory memory) throws IOException {
    if (memory.noted().isEmpty()) {
      return;
    }
    Optional<PartUploads> inParts = store.inParts();
    if (inParts.isPresent()) {
      new PartsUpload(inParts.get(), layout.session(as), memory).abandon();
    } else {
      memory.clear();
    }
  }

  private Optional<UploadOutcome> lookFirst(Upload upload, Digests digests) throws IOException {
    if (digests.sizeBytes() < LOOK_FIRST_BYTES) {
      return Optional.empty();
    }
    Optional<ObjectInfo> there = retry.run(_ -> store.head(layout.session(upload.as())));
    if (there.isEmpty()) {
      return Optional.empty();
    }
    abandon(upload.as(), upload.parts());
    return Optional.of(
        isSame(there.get(), digests)
            ? new UploadOutcome.AlreadyThere(upload.as(), there.get().etag())
            : taken(upload.as()));
  }

  private static Content content(Path file, Digests digests, Progress progress) throws IOException {
    return new Content(
        () -> new Transfer(Files.newInputStream(file), progress, digests.sizeBytes()),
        digests.sizeBytes(),
        SessionFileCheck.contentType(file),
        null,
        digests.sha256(),
        Map.of());
  }

  /** One way to put the object; may run several times. */
  private interface Put {
    PutOutcome put() throws IOException;
  }

  private UploadOutcome settled(SessionId id, Digests digests, Progress progress, Put put)
      throws IOException {
    try {
      return retry.run(_ -> {
        try {
          return put(id, digests, progress, put);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private UploadOutcome put(SessionId id, Digests digests, Progress progress, Put put)
      throws IOException {
    boolean conflict;
    try {
      PutOutcome outcome = put.put();
      if (outcome instanceof PutOutcome.Installed(ETag etag)) {
        return new UploadOutcome.Uploaded(id, etag);
      }
      conflict = true;
    } catch (StoreException.Unavailable e) {
      if (progress.cancelled()) {
        throw e;
      }
      conflict = false;
    }
    Optional<ObjectInfo> there = store.head(layout.session(id));
    if (there.isEmpty()) {
      throw new StoreException.Unavailable(id + " could not be put into the bucket", null);
    }
    if (!isSame(there.get(), digests)) {
      return taken(id);
    }
    ETag etag = there.get().etag();
    return conflict
        ? new UploadOutcome.AlreadyThere(id, etag)
        : new UploadOutcome.Uploaded(id, etag);
  }

  private UploadOutcome taken(SessionId id) {
    return new UploadOutcome.NameTaken(
        id,
        "The bucket has another session named "
            + id
            + ". Rename the file, or delete that session first; nothing was changed",
        freeName(id));
  }

  /** A name like it that nobody has; null if there is none near. */
  private @Nullable SessionId freeName(SessionId id) {
    String base = id.base().replaceFirst(" \\(\\d\\)$", "");
    for (int number = 2; number <= MAX_SUGGESTIONS; number++) {
      SessionId next = new SessionId(base + " (" + number + ")");
      if (layout.fits(next) && store.head(layout.session(next)).isEmpty()) {
        return next;
      }
    }
    return null;
  }

  private static boolean isSame(ObjectInfo there, Digests digests) {
    Checksum checksum = there.checksum();
    String by = digests.verify(there.sizeBytes(), checksum);
    return by != null && checksum != null && by.equals(checksum.algorithm());
  }
}
