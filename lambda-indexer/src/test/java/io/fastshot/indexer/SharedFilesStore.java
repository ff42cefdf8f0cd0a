package io.fastshot.indexer;

import io.fastshot.container.bytes.ByteSource;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.SessionId;
import io.fastshot.store.ByteRange;
import io.fastshot.store.Content;
import io.fastshot.store.DeleteOutcome;
import io.fastshot.store.ETag;
import io.fastshot.store.GetOutcome;
import io.fastshot.store.ListPage;
import io.fastshot.store.MemoryObjectStore;
import io.fastshot.store.ObjectInfo;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.Precondition;
import io.fastshot.store.PutOutcome;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A bucket whose session files are not copied, so that what a test measures is the function's
 * memory and not the bucket's. What is written is thrown away but for the index.
 */
final class SharedFilesStore implements ObjectStore {
  private final KeyLayout layout;
  private final MemoryObjectStore index = new MemoryObjectStore();
  private final Map<String, ByteSource> files = new ConcurrentHashMap<>();
  private final AtomicLong bytesRead = new AtomicLong();

  SharedFilesStore(KeyLayout layout) {
    this.layout = layout;
  }

  /** A file, such as one on disk. */
  void share(SessionId id, ByteSource bytes) {
    files.put(layout.session(id), bytes);
  }

  /** Forgets all files and the index. */
  void clear() {
    files.clear();
    index.delete(layout.overallMeta(), Precondition.none());
    bytesRead.set(0);
  }

  /** Bytes of session files that were read. */
  long bytesRead() {
    return bytesRead.get();
  }

  @Override
  public GetOutcome get(String key, ByteRange range, Precondition precondition) {
    ByteSource file = files.get(key);
    if (file == null) {
      return index.get(key, range, precondition);
    }
    long from =
        switch (range) {
          case ByteRange.Whole _ -> 0;
          case ByteRange.Span(long first, long _) -> first;
          case ByteRange.From(long first) -> first;
          case ByteRange.Suffix(long length) -> Math.max(0, file.sizeBytes() - length);
        };
    if (from >= file.sizeBytes()) {
      return new GetOutcome.OutOfRange();
    }
    long to =
        range instanceof ByteRange.Span(long _, long last)
            ? Math.min(file.sizeBytes(), last + 1)
            : file.sizeBytes();
    return new GetOutcome.Found(info(key, file), from, new Body(opened(file, from), to - from));
  }

  private static InputStream opened(ByteSource file, long from) {
    try {
      return file.open(from);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectInfo info(String key, ByteSource file) {
    return new ObjectInfo(
        key, new ETag("\"shared\""), file.sizeBytes(), Instant.EPOCH, null, null, Map.of());
  }

  @Override
  public Optional<ObjectInfo> head(String key) {
    ByteSource file = files.get(key);
    return file == null ? index.head(key) : Optional.of(info(key, file));
  }

  @Override
  public PutOutcome put(String key, Content content, Precondition precondition) {
    return key.equals(layout.overallMeta())
        ? index.put(key, content, precondition)
        : new PutOutcome.Installed(new ETag("\"thrown away\""));
  }

  @Override
  public DeleteOutcome delete(String key, Precondition precondition) {
    return index.delete(key, precondition);
  }

  @Override
  public PutOutcome copy(String source, ETag etag, String target, Precondition precondition) {
    throw new UnsupportedOperationException("the function copies nothing");
  }

  @Override
  public ListPage list(String prefix, @Nullable String token) {
    throw new UnsupportedOperationException("only rebuilds list");
  }

  @Override
  public void close() {}

  private final class Body extends FilterInputStream {
    private long left;

    Body(InputStream in, long left) {
      super(in);
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int count = left == 0 ? -1 : in.read(bytes, from, (int) Math.min(length, left));
      left -= Math.max(0, count);
      bytesRead.addAndGet(Math.max(0, count));
      return count;
    }
  }
}
