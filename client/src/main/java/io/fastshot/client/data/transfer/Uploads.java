package io.fastshot.client.data.transfer;

import io.fastshot.client.data.bytes.Digests;
import io.fastshot.client.data.bytes.Progress;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Puts session files into the bucket: only where nothing has their name yet, and with their
 * SHA-256, so that the store refuses what was damaged on the way.
 *
 * <p>When an answer is lost, a HEAD tells whether the file is there. The local file is only read.
 */
public final class Uploads {
  /** More than any session; far below the 5 GiB that one PUT takes. */
  static final long MAX_BYTES = 1L << 30;

  private final ObjectStore store;
  private final KeyLayout layout;
  private final SessionFileCheck check;
  private final Retry retry;

  public Uploads(ObjectStore store, KeyLayout layout, SessionFileCheck check, Retry retry) {
    this.store = store;
    this.layout = layout;
    this.check = check;
    this.retry = retry;
  }

  /** See {@code Library.upload}. */
  public UploadOutcome upload(Path file, Progress progress) {
    try {
      Optional<String> wrong = check.problemWith(file);
      return wrong.isPresent()
          ? new UploadOutcome.Unreadable(wrong.get())
          : uploadUnread(file, progress);
    } catch (IOException e) {
      return failed(file, e);
    }
  }

  /** See {@code Library.uploadUnread}. */
  public UploadOutcome uploadUnread(Path file, Progress progress) {
    String name = String.valueOf(file.getFileName());
    if (!SessionId.isSessionFilename(name) || !layout.fits(SessionId.ofFilename(name))) {
      return new UploadOutcome.Unreadable(
          "the name must end in .fastshot and be of at most 1,000 bytes: " + name);
    }
    try {
      if (Files.size(file) > MAX_BYTES) {
        return new UploadOutcome.Unreadable(name + " has more than 1 GiB");
      }
      Digests digests = Digests.of(file, progress);
      Content content = content(file, digests, progress);
      SessionId id = SessionId.ofFilename(name);
      return retry.run(attempt -> put(id, content, digests, progress));
    } catch (StoreException e) {
      return new UploadOutcome.Failed(progress.cancelled() ? Failure.cancelled() : Failure.of(e));
    } catch (Transfer.CancelledException _) {
      return new UploadOutcome.Failed(Failure.cancelled());
    } catch (IOException e) {
      return failed(file, e);
    }
  }

  private static UploadOutcome failed(Path file, IOException e) {
    return new UploadOutcome.Failed(Failure.local(file.getFileName() + " cannot be read", e));
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

  private UploadOutcome put(SessionId id, Content content, Digests digests, Progress progress) {
    boolean conflict;
    try {
      PutOutcome put = store.put(layout.session(id), content, Precondition.absent());
      if (put instanceof PutOutcome.Installed(ETag etag)) {
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
      return new UploadOutcome.NameTaken(
          id,
          "The bucket has another session named "
              + id
              + ". Rename the file, or delete that session first; nothing was changed");
    }
    ETag etag = there.get().etag();
    return conflict
        ? new UploadOutcome.AlreadyThere(id, etag)
        : new UploadOutcome.Uploaded(id, etag);
  }

  private static boolean isSame(ObjectInfo there, Digests digests) {
    Checksum checksum = there.checksum();
    String by = digests.verify(there.sizeBytes(), checksum);
    return by != null && checksum != null && by.equals(checksum.algorithm());
  }
}
