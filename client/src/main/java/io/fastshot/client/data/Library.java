package io.fastshot.client.data;

import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One library: its list, its sessions and its local cache.
 *
 * <p><b>Threads:</b> every method blocks its caller, and all are safe from any number of threads;
 * several processes may share one home. Nothing is called back except {@link Progress}, on the
 * caller's thread.
 *
 * <p><b>Errors:</b> outcomes are values; being offline is one of them.
 */
public final class Library implements AutoCloseable {
  private static final String LATER = "not yet";

  private final LibrarySettings settings;

  private Library(LibrarySettings settings) {
    this.settings = settings;
  }

  /**
   * Opens a library without asking the network.
   *
   * @param home the folder of settings and caches
   */
  public static Library open(LibrarySettings settings, Path home, InstantSource clock) {
    return new Library(settings);
  }

  /** Where the library is. */
  public LibrarySettings settings() {
    return settings;
  }

  /** The list last known, from memory or disk. No request. */
  public CatalogSnapshot cached() {
    return CatalogSnapshot.empty();
  }

  /** Asks the bucket for what is new. One request of under 1 KB when nothing is. */
  public Refresh refresh() {
    return later(settings.name());
  }

  /**
   * The thumbnail as PNG, from the cache or the bucket; empty if there is none or it cannot be had
   * now.
   */
  public Optional<byte[]> thumbnail(IndexRow row) {
    return later(settings.name());
  }

  /** The thumbnail as PNG if it is on this machine. No request. */
  public Optional<byte[]> cachedThumbnail(IndexRow row) {
    return later(settings.name());
  }

  /** Everything known of a session, the whole description included where it can be had now. */
  public SessionMeta details(IndexRow row) {
    return later(settings.name());
  }

  /** Puts a session file into the bucket; never replaces another one. */
  public UploadOutcome upload(Path file, Progress progress) {
    return later(settings.name());
  }

  /** As {@link #upload}, for a file that cannot be read as a session (with this library's key). */
  public UploadOutcome uploadUnread(Path file, Progress progress) {
    return later(settings.name());
  }

  /** Brings a session file to this machine and verifies it. */
  public DownloadOutcome download(IndexRow row, Progress progress) {
    return later(settings.name());
  }

  /** The verified copy of a session file on this machine. No request. */
  public Optional<Path> localCopy(IndexRow row) {
    return later(settings.name());
  }

  /** Moves a session to Recently deleted. */
  public DeleteOutcome delete(IndexRow row) {
    return later(settings.name());
  }

  /** Takes a session back from Recently deleted. */
  public UndoOutcome undoDelete(TrashEntry entry) {
    return later(settings.name());
  }

  /** Refreshes until the list shows all of them; returns those it does not show when time is up. */
  public Set<SessionId> awaitIndexed(Set<SessionId> ids, Duration atMost) {
    return later(settings.name());
  }

  /** Refreshes until the list shows none of them; returns those it still shows when time is up. */
  public Set<SessionId> awaitRemoved(Set<SessionId> ids, Duration atMost) {
    return later(settings.name());
  }

  /** What is in Recently deleted, newest first. One request per 1,000 sessions. */
  public List<TrashEntry> trash() {
    return later(settings.name());
  }

  /** Asks for rebuilds of the index. */
  public Rebuilds rebuilds() {
    return later(settings.name());
  }

  /** The library and its cache. No request. */
  public LibraryStatus status() {
    return later(settings.name());
  }

  @SuppressWarnings("TypeParameterUnusedInFormals")
  private static <T> T later(String name) {
    if (!name.equals(LATER)) {
      throw new UnsupportedOperationException(LATER);
    }
    throw new IllegalStateException(name);
  }

  @Override
  public void close() {}
}
