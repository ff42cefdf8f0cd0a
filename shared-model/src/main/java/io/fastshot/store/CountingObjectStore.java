package io.fastshot.store;

import io.fastshot.model.KeyLayout;
import io.fastshot.model.ObjectKey;
import io.fastshot.store.RequestCounts.Count;
import io.fastshot.store.RequestCounts.Kind;
import io.fastshot.store.RequestCounts.Slot;
import io.fastshot.store.parts.PartUploads;
import io.fastshot.store.parts.WrappedPartUploads;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts the calls of a store by verb and kind of key, and the bytes that go up and down: a test
 * can say what an operation costs. Changes nothing else.
 */
public final class CountingObjectStore implements ObjectStore {
  private final ObjectStore store;
  private final KeyLayout layout;
  private final Map<Slot, Count> counts = new ConcurrentHashMap<>();

  /**
   * Counts from zero.
   *
   * @param store does the work; closed with this one
   * @param layout tells the kinds of keys apart
   */
  public CountingObjectStore(ObjectStore store, KeyLayout layout) {
    this.store = store;
    this.layout = layout;
  }

  /** What was counted since the start or the last {@link #reset()}. */
  public RequestCounts snapshot() {
    return new RequestCounts(counts);
  }

  /** Counts from zero again; what is read afterwards of bodies opened before is counted too. */
  public void reset() {
    counts.clear();
  }

  private Slot request(Verb verb, Kind kind, long bytesUp) {
    Slot slot = new Slot(verb, kind);
    counts.merge(slot, new Count(1, bytesUp, 0), Count::plus);
    return slot;
  }

  private Kind kind(String key) {
    return switch (layout.parse(key)) {
      case ObjectKey.Session _ -> Kind.SESSION;
      case ObjectKey.MetaIndex _ -> Kind.META_INDEX;
      case ObjectKey.Thumbnail _ -> Kind.THUMBNAIL;
      case ObjectKey.Trash _ -> Kind.TRASH;
      case ObjectKey.OverallMeta _ -> Kind.OVERALL_META;
      case ObjectKey.Foreign _ -> Kind.OTHER;
    };
  }

  private Kind kindOfPrefix(String prefix) {
    if (prefix.startsWith(layout.sessions())) {
      return Kind.SESSION;
    }
    if (prefix.startsWith(layout.metaIndexes())) {
      return Kind.META_INDEX;
    }
    if (prefix.startsWith(layout.thumbnails())) {
      return Kind.THUMBNAIL;
    }
    return prefix.startsWith(layout.trash()) ? Kind.TRASH : Kind.OTHER;
  }

  @Override
  public GetOutcome get(String key, ByteRange range, Precondition precondition) {
    Slot slot = request(Verb.GET, kind(key), 0);
    GetOutcome outcome = store.get(key, range, precondition);
    return outcome instanceof GetOutcome.Found(ObjectInfo info, long offset, InputStream body)
        ? new GetOutcome.Found(info, offset, new CountedBody(body, slot))
        : outcome;
  }

  @Override
  public Optional<ObjectInfo> head(String key) {
    request(Verb.HEAD, kind(key), 0);
    return store.head(key);
  }

  @Override
  public PutOutcome put(String key, Content content, Precondition precondition) {
    request(Verb.PUT, kind(key), content.sizeBytes());
    return store.put(key, content, precondition);
  }

  @Override
  public DeleteOutcome delete(String key, Precondition precondition) {
    request(Verb.DELETE, kind(key), 0);
    return store.delete(key, precondition);
  }

  @Override
  public PutOutcome copy(String source, ETag sourceEtag, String target, Precondition precondition) {
    request(Verb.COPY, kind(target), 0);
    return store.copy(source, sourceEtag, target, precondition);
  }

  @Override
  public ListPage list(String prefix, @Nullable String token) {
    request(Verb.LIST, kindOfPrefix(prefix), 0);
    return store.list(prefix, token);
  }

  @Override
  public Optional<PartUploads> inParts() {
    return store.inParts().map(uploads -> new WrappedPartUploads(uploads, new Counted()));
  }

  private final class Counted implements WrappedPartUploads.Around {
    @Override
    public <T> T call(
        Verb verb, String key, long bytesUp, Supplier<T> request, Optional<T> conflict) {
      request(verb, kind(key), bytesUp);
      return request.get();
    }
  }

  @Override
  public void close() {
    store.close();
  }

  private final class CountedBody extends FilterInputStream {
    private final Slot slot;

    CountedBody(InputStream in, Slot slot) {
      super(in);
      this.slot = slot;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      add(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int count = super.read(bytes, from, length);
      add(Math.max(0, count));
      return count;
    }

    @Override
    public long skip(long count) throws IOException {
      long skipped = super.skip(count);
      add(skipped);
      return skipped;
    }

    private void add(long bytes) {
      counts.merge(slot, new Count(0, 0, bytes), Count::plus);
    }
  }
}
