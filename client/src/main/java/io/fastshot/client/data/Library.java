package io.fastshot.client.data;

import io.fastshot.client.data.bytes.Progress;
import io.fastshot.client.data.cache.CacheFiles;
import io.fastshot.client.data.cache.LocalCache;
import io.fastshot.client.data.cache.MetaIndexCache;
import io.fastshot.client.data.cache.SessionCache;
import io.fastshot.client.data.cache.StoreMemory;
import io.fastshot.client.data.cache.ThumbnailCache;
import io.fastshot.client.data.catalog.CatalogCache;
import io.fastshot.client.data.catalog.CatalogKeeper;
import io.fastshot.client.data.catalog.CatalogRefresher;
import io.fastshot.client.data.catalog.CatalogSnapshot;
import io.fastshot.client.data.catalog.IndexWait;
import io.fastshot.client.data.catalog.Refresh;
import io.fastshot.client.data.connection.LazyObjectStore;
import io.fastshot.client.data.connection.LibrarySettings;
import io.fastshot.client.data.connection.LibraryStore;
import io.fastshot.client.data.connection.Mending;
import io.fastshot.client.data.connection.Retry;
import io.fastshot.client.data.connection.StoreFindings;
import io.fastshot.client.data.queue.Transfers;
import io.fastshot.client.data.rebuild.LambdaRebuilds;
import io.fastshot.client.data.rebuild.Rebuilds;
import io.fastshot.client.data.transfer.DownloadOutcome;
import io.fastshot.client.data.transfer.Downloads;
import io.fastshot.client.data.transfer.SessionFileCheck;
import io.fastshot.client.data.transfer.Upload;
import io.fastshot.client.data.transfer.UploadOutcome;
import io.fastshot.client.data.transfer.Uploads;
import io.fastshot.client.data.trash.DeleteOutcome;
import io.fastshot.client.data.trash.Deletions;
import io.fastshot.client.data.trash.PurgeOutcome;
import io.fastshot.client.data.trash.TrashEntry;
import io.fastshot.client.data.trash.TrashListing;
import io.fastshot.client.data.trash.TrashNames;
import io.fastshot.client.data.trash.UndoOutcome;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.model.IndexRow;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import io.fastshot.store.ETag;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.s3.S3Links;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One library: its list, its sessions and its local cache.
 *
 * <p><b>Threads:</b> every method blocks its caller, and all are safe from any number of threads;
 * several processes may share one home. Nothing is called back except {@link Progress}, on the
 * caller's thread.
 *
 * <p><b>Errors:</b> outcomes are values; being offline is one of them. A cache that is damaged or
 * cannot be written never fails a call: {@link #status()} tells of it.
 */
public final class Library implements AutoCloseable {
  private final LibrarySettings settings;
  private final LibraryStore connection;
  private final ObjectStore store;
  private final CacheFiles files;
  private final CatalogKeeper catalog;
  private final ThumbnailCache thumbnails;
  private final MetaIndexCache metaIndexes;
  private final SessionCache sessions;
  private final LocalCache cache;
  private final Downloads downloads;
  private final Uploads uploads;
  private final Transfers transfers;
  private final Deletions deletions;
  private final TrashNames trashNames;
  private final LambdaRebuilds rebuilds;
  private final Mending mending;
  private final IndexWait wait;

  private Library(
      LibrarySettings settings,
      Path home,
      InstantSource clock,
      Function<LibraryStore, ObjectStore> opener) {
    this.settings = settings;
    files = CacheFiles.of(home, settings.cacheId(), clock);
    connection = new LibraryStore(settings, new StoreMemory(files, settings, clock));
    store = new LazyObjectStore(() -> opener.apply(connection));
    KeyLayout layout = new KeyLayout(settings.prefix());
    String key = settings.legacyKey();
    XorMask mask = XorMask.ofOptional(key);
    Retry retry = Retry.shortly();
    thumbnails = new ThumbnailCache(files, store, layout);
    metaIndexes = new MetaIndexCache(files, store, layout);
    sessions = new SessionCache(files);
    cache = new LocalCache(files, sessions, thumbnails, metaIndexes, () -> cached().rows());
    rebuilds = new LambdaRebuilds(settings);
    mending = new Mending(settings, rebuilds::answers);
    downloads = new Downloads(files, sessions, cache, store, layout, mending);
    uploads = new Uploads(store, layout, new SessionFileCheck(mask), retry);
    transfers = Transfers.of(files, uploads, downloads, clock);
    files.removeAbandoned(() -> transfers.partFiles(downloads));
    deletions = new Deletions(store, layout, clock, retry);
    trashNames = new TrashNames(store, mask);
    catalog =
        new CatalogKeeper(
            new CatalogCache(files, settings.cacheId()),
            new CatalogRefresher(store, layout),
            clock,
            mending,
            this::discard);
    wait = new IndexWait(this::refresh, Thread::sleep);
  }

  /**
   * Opens a library without asking the network: the store is opened by the first request.
   *
   * @param home the folder of settings and caches
   */
  public static Library open(LibrarySettings settings, Path home, InstantSource clock) {
    return new Library(settings, home, clock, LibraryStore::open);
  }

  /** As the other, over any store; for tests. */
  public static Library open(
      LibrarySettings settings, Path home, InstantSource clock, Supplier<ObjectStore> store) {
    return new Library(settings, home, clock, _ -> store.get());
  }

  /** What is kept of a row that is no longer shown; the session file itself stays. */
  private void discard(IndexRow row) {
    thumbnails.discard(row);
    metaIndexes.discard(row);
  }

  /** Where the library is. */
  public LibrarySettings settings() {
    return settings;
  }

  /** The list last known, from memory or disk. No request. */
  public CatalogSnapshot cached() {
    return catalog.cached();
  }

  /**
   * Asks the bucket for what is new.
   *
   * <p><b>Cost:</b> one request without a body when nothing is new; else one or two for the bytes
   * of what is new and at most 32 KiB more; one for the whole list when nothing is known. Never
   * reads a session file.
   */
  public Refresh refresh() {
    return catalog.refresh();
  }

  /**
   * The thumbnail as PNG; empty if there is none or it cannot be had now. One request for at most 4
   * MiB if it is not on disk.
   */
  public Optional<byte[]> thumbnail(IndexRow row) {
    return thumbnails.get(row);
  }

  /** The thumbnail as PNG if it is on this machine. No request. */
  public Optional<byte[]> cachedThumbnail(IndexRow row) {
    return thumbnails.cached(row);
  }

  /**
   * Everything known of a session. One request if the row's description is cut and the meta index
   * is not on disk; where that cannot be had now, what the row says.
   */
  public SessionMeta details(IndexRow row) {
    return metaIndexes.details(row);
  }

  /**
   * Puts a session file into the bucket under its own name; never replaces another one. A file that
   * is not a session is refused; see {@link #uploadUnread}.
   *
   * <p><b>Cost:</b> see {@link Uploads#upload(Upload, Progress)}.
   */
  public UploadOutcome upload(Path file, Progress progress) {
    return uploads.upload(file, Upload.Check.SESSIONS_ONLY, progress);
  }

  /** As {@link #upload}, for any file with the name of a session. */
  public UploadOutcome uploadUnread(Path file, Progress progress) {
    return uploads.upload(file, Upload.Check.ANY_FILE, progress);
  }

  /**
   * Brings a session file to this machine, verified against the row's size and checksum. No request
   * when a verified copy is there.
   */
  public DownloadOutcome download(IndexRow row, Progress progress) {
    return downloads.download(row, progress);
  }

  /** The uploads and downloads that go on by themselves; nothing runs before they are started. */
  public Transfers transfers() {
    return transfers;
  }

  /** The verified copy of a session file on this machine. No request. */
  public Optional<Path> localCopy(IndexRow row) {
    return sessions.verified(row).map(SessionCache.Verified::file);
  }

  /**
   * Moves a session to Recently deleted. Four requests. Calling it again completes what a lost
   * connection left half done.
   */
  public DeleteOutcome delete(IndexRow row) {
    return deletions.delete(row);
  }

  /** Takes a session back from Recently deleted. Three requests; calling it again is safe. */
  public UndoOutcome undoDelete(TrashEntry entry) {
    return deletions.undo(entry);
  }

  /** Deletes a session of Recently deleted for good. Two requests; calling it again is safe. */
  public PurgeOutcome purge(TrashEntry entry) {
    return deletions.purge(entry);
  }

  /** What is in Recently deleted. One request per 1,000 sessions. */
  public TrashListing trash() {
    return deletions.list();
  }

  /** The names of sessions in Recently deleted; see {@link TrashNames#of}. */
  public Map<String, String> trashNames(List<TrashEntry> entries) {
    return trashNames.of(entries);
  }

  /**
   * Refreshes, at growing distances up to 2 s, until the list shows all of them as they are now: a
   * row of an earlier object of the name does not count.
   *
   * @param objects the ETag of each session's object, such as {@link UploadOutcome.Uploaded} tells
   * @return those it does not show when time is up or it may not be read; empty if all is well
   */
  public Set<SessionId> awaitIndexed(Map<SessionId, ETag> objects, Duration atMost) {
    return wait.untilShown(objects, atMost);
  }

  /** As {@link #awaitIndexed}, until the list shows none of them; returns those it still shows. */
  public Set<SessionId> awaitRemoved(Set<SessionId> ids, Duration atMost) {
    return wait.untilGone(ids, atMost);
  }

  /** Asks for rebuilds of the index. */
  public Rebuilds rebuilds() {
    return rebuilds;
  }

  /** How the index of this library is brought in order. */
  public Mending mending() {
    return mending;
  }

  /**
   * Tries out how the library's store keeps conditions, and keeps what it finds. 13 requests on
   * scratch objects that are removed afterwards; none on AWS.
   */
  public StoreFindings probeStore() {
    return connection.probe();
  }

  /** The library and its cache. No request; looks through the cache's folders. */
  public LibraryStatus status() {
    return new LibraryStatus(settings, cached(), cache.report(), connection.known());
  }

  /** The cache of this library on this machine. */
  public LocalCache cache() {
    return cache;
  }

  /**
   * Addresses with which anybody can read sessions' files for a while. No request to the store;
   * blocks where a profile asks a server for credentials.
   *
   * @param lasting above 0, at most {@link SessionLink#LONGEST}
   * @return one for each row, in their order
   * @throws io.fastshot.store.StoreException if there are no credentials
   */
  public List<SessionLink> links(List<IndexRow> rows, Duration lasting) {
    KeyLayout layout = new KeyLayout(settings.prefix());
    try (S3Links links = connection.links()) {
      return rows.stream()
          .map(row -> {
            SessionId id = row.id();
            S3Links.Link link = links.to(layout.session(id), id.filename(), lasting);
            return new SessionLink(id, link.address(), link.expires(), link.withCredentials());
          })
          .toList();
    }
  }

  /** The bucket itself, for what reads it beside the library; makes no request. */
  public ObjectStore openStore() {
    return connection.open();
  }

  /**
   * The bucket for an indexer: lets no request through before it is known that conditional writes
   * hold. Makes no request.
   */
  public ObjectStore openStoreForIndexer() {
    return connection.openForIndexer();
  }

  /** Closes the connections; calls after that fail. */
  @Override
  public void close() {
    transfers.close();
    store.close();
    rebuilds.close();
  }
}
