package io.fastshot.client.e2e;

import io.fastshot.store.ByteRange;
import io.fastshot.store.Content;
import io.fastshot.store.DeleteOutcome;
import io.fastshot.store.ETag;
import io.fastshot.store.GetOutcome;
import io.fastshot.store.ListPage;
import io.fastshot.store.ObjectInfo;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.Precondition;
import io.fastshot.store.PutOutcome;
import io.fastshot.store.StoreException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads again and again what a server that fails on purpose does not answer; writes nothing. */
record PatientReads(ObjectStore store) implements ObjectStore {
  private static final int TRIES = 50;

  private static <T> T persist(Supplier<T> read) {
    for (int left = TRIES; ; left--) {
      try {
        return read.get();
      } catch (StoreException.Unavailable e) {
        if (left == 1) {
          throw e;
        }
      }
    }
  }

  @Override
  public GetOutcome get(String key, ByteRange range, Precondition precondition) {
    return persist(() -> store.get(key, range, precondition));
  }

  @Override
  public Optional<ObjectInfo> head(String key) {
    return persist(() -> store.head(key));
  }

  @Override
  public ListPage list(String prefix, @Nullable String token) {
    return persist(() -> store.list(prefix, token));
  }

  @Override
  public PutOutcome put(String key, Content content, Precondition precondition) {
    throw new UnsupportedOperationException("reads only");
  }

  @Override
  public DeleteOutcome delete(String key, Precondition precondition) {
    throw new UnsupportedOperationException("reads only");
  }

  @Override
  public PutOutcome copy(String source, ETag sourceEtag, String target, Precondition precondition) {
    throw new UnsupportedOperationException("reads only");
  }

  @Override
  public void close() {
    store.close();
  }
}
