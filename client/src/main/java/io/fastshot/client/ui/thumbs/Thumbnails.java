package io.fastshot.client.ui.thumbs;

import io.fastshot.client.ui.kit.Edt;
import io.fastshot.client.ui.kit.Tasks;
import io.fastshot.client.ui.kit.Texts;
import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionId;
import io.fastshot.pictures.PictureDecoder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The decoded pictures of sessions, of one size.
 *
 * <p>A painter asks for a picture and gets it at once or not yet; what is not yet there is loaded
 * in the background, the latest request first, and requests that scrolled out of reach are
 * forgotten. A failed one is not asked for again before {@link #retryFailed()}.
 *
 * <p><b>Threads:</b> the event thread only.
 */
public final class Thumbnails {
  private static final System.Logger LOG = System.getLogger(Thumbnails.class.getName());

  /** More than the rows of the largest screen. */
  private static final int MAX_WAITING = 64;

  /** As many as there are threads in the pool of the window's thumbnails. */
  private static final int MAX_LOADING = 3;

  private final Source source;
  private final Tasks tasks;
  private final int size;
  private final LruCache<Key, Optional<BufferedImage>> pictures;
  private final Deque<IndexRow> waiting = new ArrayDeque<>();
  private final Set<Key> loading = new HashSet<>();
  private final List<Consumer<SessionId>> listeners = new ArrayList<>();

  /** Where the bytes of a picture come from. */
  @FunctionalInterface
  public interface Source {

    /** The PNG of a row; empty if the session has none or it cannot be had now. Blocks. */
    Optional<byte[]> load(IndexRow row) throws IOException;
  }

  /** A picture of one version of a session. */
  private record Key(SessionId id, @Nullable String src) {}

  /**
   * No pictures yet.
   *
   * @param size the largest width and height, in pixels of the screen
   * @param capacity how many pictures are kept
   */
  public Thumbnails(Source source, Tasks tasks, int size, int capacity) {
    this.source = source;
    this.tasks = tasks;
    this.size = size;
    this.pictures = new LruCache<>(capacity);
  }

  /** Calls a listener with each session whose picture has come. */
  public void listen(Consumer<SessionId> listener) {
    Edt.require();
    listeners.add(listener);
  }

  /** The picture if it is here; else empty, and it is fetched if the session has one. */
  public Optional<BufferedImage> get(IndexRow row) {
    Edt.require();
    if (!row.meta().thumbnail()) {
      return Optional.empty();
    }
    Key key = key(row);
    Optional<BufferedImage> picture = pictures.get(key);
    if (picture != null) {
      return picture;
    }
    if (!loading.contains(key)) {
      waiting.removeIf(other -> other.id().equals(row.id()));
      waiting.addFirst(row);
      if (waiting.size() > MAX_WAITING) {
        waiting.removeLast();
      }
      next();
    }
    return Optional.empty();
  }

  /** Forgets that pictures could not be had, so that they are asked for again. */
  public void retryFailed() {
    Edt.require();
    pictures.values().removeIf(Optional::isEmpty);
  }

  private void next() {
    while (loading.size() < MAX_LOADING && !waiting.isEmpty()) {
      IndexRow row = waiting.removeFirst();
      Key key = key(row);
      loading.add(key);
      tasks.run(() -> load(row), picture -> loaded(key, picture), failure -> failed(key, failure));
    }
  }

  private Optional<BufferedImage> load(IndexRow row) throws IOException {
    Optional<byte[]> bytes = source.load(row);
    return bytes.isEmpty()
        ? Optional.empty()
        : Optional.of(new PictureDecoder().png(bytes.get(), size, size));
  }

  private void failed(Key key, Exception failure) {
    LOG.log(
        System.Logger.Level.DEBUG,
        () -> "no thumbnail of " + key.id() + ": " + Texts.reason(failure));
    loaded(key, Optional.empty());
  }

  private void loaded(Key key, Optional<BufferedImage> picture) {
    loading.remove(key);
    pictures.put(key, picture);
    List.copyOf(listeners).forEach(listener -> listener.accept(key.id()));
    next();
  }

  private static Key key(IndexRow row) {
    return new Key(row.id(), row.meta().src());
  }
}
