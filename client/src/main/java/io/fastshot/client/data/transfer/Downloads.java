package io.fastshot.client.data.transfer;

import io.fastshot.client.data.bytes.Digests;
import io.fastshot.client.data.bytes.Progress;
import io.fastshot.client.data.bytes.Transfer;
import io.fastshot.client.data.cache.CacheFiles;
import io.fastshot.client.data.cache.SessionCache;
import io.fastshot.client.data.connection.Failure;
import io.fastshot.client.data.connection.Mending;
import io.fastshot.model.IndexRow;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.RebuildState;
import io.fastshot.store.ByteRange;
import io.fastshot.store.ETag;
import io.fastshot.store.GetOutcome;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.Precondition;
import io.fastshot.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Brings session files to this machine: under their real name only once they are verified. */
public final class Downloads {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final CacheFiles files;
  private final SessionCache cache;
  private final ObjectStore store;
  private final KeyLayout layout;
  private final Mending mending;

  /**
   * @param mending what is advised where the index does not fit the file
   */
  public Downloads(
      CacheFiles files, SessionCache cache, ObjectStore store, KeyLayout layout, Mending mending) {
    this.mending = mending;
    this.files = files;
    this.cache = cache;
    this.store = store;
    this.layout = layout;
  }

  /** See {@code Library.download}. */
  public DownloadOutcome download(IndexRow row, Progress progress) {
    try {
      Optional<DownloadOutcome> local = reuse(row, progress);
      return local.isPresent() ? local.get() : fetch(row, progress);
    } catch (StoreException e) {
      return new DownloadOutcome.Failed(Failure.of(e));
    } catch (Transfer.CancelledException _) {
      return new DownloadOutcome.Failed(Failure.cancelled());
    } catch (IOException e) {
      return new DownloadOutcome.Failed(
          Failure.local("The file could not be written to " + files.sessions(), e));
    }
  }

  private Optional<DownloadOutcome> reuse(IndexRow row, Progress progress) throws IOException {
    Optional<SessionCache.Verified> verified = cache.verified(row);
    if (verified.isPresent()) {
      return verified.map(v -> new DownloadOutcome.Saved(v.file(), v.verifiedBy(), false));
    }
    Path file = cache.file(row);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    String by = verify(row, Digests.of(file, progress));
    if (by.isEmpty()) {
      files.setAside(file, "not what the index describes");
      return Optional.empty();
    }
    cache.confirm(row, by);
    return Optional.of(new DownloadOutcome.Saved(file, by, false));
  }

  private static String verify(IndexRow row, Digests digests) {
    String by = digests.verify(row.meta().fileSizeBytes(), row.meta().checksum());
    return by == null ? "" : by;
  }

  private DownloadOutcome fetch(IndexRow row, Progress progress) throws IOException {
    try (PartFile part = PartFile.open(cache.part(row), files)) {
      long size = row.meta().fileSizeBytes();
      if (row.meta().src() == null || part.size() > size) {
        part.restart();
      }
      boolean goesOn = part.size() > 0;
      DownloadOutcome outcome = fetch(row, part, progress);
      if (goesOn && outcome instanceof DownloadOutcome.Damaged) {
        part.restart(); // a loss of power may have left other bytes than had come
        outcome = fetch(row, part, progress);
      }
      if (!(outcome instanceof DownloadOutcome.Saved)) {
        part.restart();
      }
      return outcome;
    }
  }

  /** Asks for what is missing behind what is there, of the same object. */
  private DownloadOutcome fetch(IndexRow row, PartFile part, Progress progress) throws IOException {
    Digests.Running digests = part.digests(progress);
    long from = part.size();
    if (from > 0 && from == row.meta().fileSizeBytes()) {
      return checked(row, part, digests.finish());
    }
    String src = row.meta().src();
    Precondition same = src == null ? Precondition.none() : Precondition.matches(new ETag(src));
    ByteRange range = from == 0 ? ByteRange.whole() : new ByteRange.From(from);
    return switch (store.get(layout.session(row.id()), range, same)) {
      case GetOutcome.Found found -> receive(row, found, part, digests, progress);
      case GetOutcome.Absent _ ->
          new DownloadOutcome.Gone(row.id() + " is no longer in the bucket; refresh the list");
      case GetOutcome.Changed _ ->
          new DownloadOutcome.Gone(
              row.id() + " was replaced in the bucket; refresh the list and download again");
      case GetOutcome.OutOfRange _, GetOutcome.NotModified _ ->
          new DownloadOutcome.Damaged(row.id() + " is shorter in the bucket than the index says");
    };
  }

  private DownloadOutcome receive(
      IndexRow row, GetOutcome.Found found, PartFile part, Digests.Running there, Progress progress)
      throws IOException {
    Digests.Running digests = there;
    try (found) {
      if (found.offset() != part.size()) {
        part.restart(); // a store that gives all of it whatever was asked for
        digests = new Digests.Running();
      }
      copy(found, part, digests, progress);
    }
    return checked(row, part, digests.finish());
  }

  private DownloadOutcome checked(IndexRow row, PartFile part, Digests digests) throws IOException {
    String by = verify(row, digests);
    if (by.isEmpty()) {
      return new DownloadOutcome.Damaged(
          "%s arrived with %d bytes and SHA-256 %s, but the index says %d bytes and %s. Download it again; if that fails too, re-index it: %s"
              .formatted(
                  row.id(),
                  digests.sizeBytes(),
                  digests.sha256(),
                  row.meta().fileSizeBytes(),
                  row.meta().checksum(),
                  mending.learned().advice(RebuildState.Mode.ALL, row.id().filename())));
    }
    part.force();
    cache.install(row, part.path(), by);
    return new DownloadOutcome.Saved(cache.file(row), by, true);
  }

  private static void copy(
      GetOutcome.Found found, PartFile part, Digests.Running digests, Progress progress)
      throws IOException {
    long total = found.info().sizeBytes();
    long done = part.size();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = found.body()) {
      for (int n = receive(in, buffer, progress); n >= 0; n = receive(in, buffer, progress)) {
        digests.update(buffer, n);
        part.write(buffer, n);
        done += n;
        progress.transferred(done, total);
      }
    }
    if (done < total) {
      throw new StoreException.Unavailable(
          "the connection ended after " + done + " of " + total + " bytes", null);
    }
  }

  /** Forgets what came so far of a session that is not wanted any more. */
  public void forget(IndexRow row) {
    files.discard(cache.part(row));
  }

  /** Where what came so far of a session is kept. */
  public Path part(IndexRow row) {
    return cache.part(row);
  }

  /** Reads from the network, so that its failures are not taken for those of the disk. */
  private static int receive(InputStream in, byte[] buffer, Progress progress)
      throws Transfer.CancelledException {
    Transfer.stopIfCancelled(progress);
    try {
      return in.read(buffer);
    } catch (IOException e) {
      Transfer.stopIfCancelled(progress);
      throw new StoreException.Unavailable("the connection broke during the download", e);
    }
  }
}
