package io.fastshot.store;

import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads that are made of the port's verbs. */
public final class ObjectStores {
  private ObjectStores() {}

  /**
   * A small whole object.
   *
   * @param info of the object
   * @param bytes as they are stored
   */
  public record SmallObject(ObjectInfo info, byte[] bytes) {}

  /**
   * Reads a whole small object into memory.
   *
   * @param maxBytes the most that is accepted
   * @return empty if there is no such object
   * @throws StoreException.Rejected if the object is larger than {@code maxBytes}
   */
  public static Optional<SmallObject> read(ObjectStore store, String key, int maxBytes) {
    return switch (store.get(key, ByteRange.whole(), Precondition.none())) {
      case GetOutcome.Found found -> Optional.of(read(found, maxBytes));
      case GetOutcome.Absent _ -> Optional.empty();
      case GetOutcome.NotModified _, GetOutcome.Changed _, GetOutcome.OutOfRange _ ->
          throw new StoreException.Unavailable("an unasked answer for " + key, null);
    };
  }

  /**
   * The same of an answer that is there; closes it.
   *
   * @throws StoreException.Rejected if the object is larger than {@code maxBytes}
   */
  public static SmallObject read(GetOutcome.Found found, int maxBytes) {
    String key = found.info().key();
    if (found.info().sizeBytes() > maxBytes) {
      closeQuietly(found);
      throw new StoreException.Rejected(
          key + " has " + found.info().sizeBytes() + " bytes, more than " + maxBytes, null);
    }
    try (found) {
      byte[] bytes = found.body().readNBytes(maxBytes + 1);
      if (bytes.length != found.info().sizeBytes()) {
        throw new StoreException.Unavailable("the answer for " + key + " was cut off", null);
      }
      return new SmallObject(found.info(), bytes);
    } catch (IOException e) {
      throw new StoreException.Unavailable("the connection broke while reading " + key, e);
    }
  }

  private static void closeQuietly(GetOutcome.Found found) {
    try {
      found.close();
    } catch (IOException e) {
      throw new StoreException.Unavailable("the connection broke: " + found.info().key(), e);
    }
  }

  /**
   * All objects below a prefix, page by page as they are asked for. One request per 1,000 objects.
   */
  public static Iterable<ListPage.Entry> listAll(ObjectStore store, String prefix) {
    return () -> new PagedIterator(store, prefix);
  }

  private static final class PagedIterator implements Iterator<ListPage.Entry> {
    private final ObjectStore store;
    private final String prefix;
    private ListPage page;
    private int next;

    PagedIterator(ObjectStore store, String prefix) {
      this.store = store;
      this.prefix = prefix;
      this.page = store.list(prefix, null);
    }

    @Override
    public boolean hasNext() {
      while (next == page.objects().size()) {
        @Nullable String token = page.nextToken();
        if (token == null) {
          return false;
        }
        page = store.list(prefix, token);
        next = 0;
      }
      return true;
    }

    @Override
    public ListPage.Entry next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return page.objects().get(next++);
    }
  }
}
