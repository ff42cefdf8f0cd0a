package io.fastshot.client.data;

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
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A store that is opened by the first request: the AWS SDK takes longer to load than the list takes
 * to be painted from disk.
 */
final class LazyObjectStore implements ObjectStore {
  private final Supplier<ObjectStore> opener;
  private @Nullable ObjectStore store;

  LazyObjectStore(Supplier<ObjectStore> opener) {
    this.opener = opener;
  }

  private synchronized ObjectStore store() {
    ObjectStore opened = store;
    if (opened == null) {
      opened = opener.get();
      store = opened;
    }
    return opened;
  }

  @Override
  public GetOutcome get(String key, ByteRange range, Precondition precondition) {
    return store().get(key, range, precondition);
  }

  @Override
  public Optional<ObjectInfo> head(String key) {
    return store().head(key);
  }

  @Override
  public PutOutcome put(String key, Content content, Precondition precondition) {
    return store().put(key, content, precondition);
  }

  @Override
  public DeleteOutcome delete(String key, Precondition precondition) {
    return store().delete(key, precondition);
  }

  @Override
  public PutOutcome copy(String source, ETag sourceEtag, String target, Precondition precondition) {
    return store().copy(source, sourceEtag, target, precondition);
  }

  @Override
  public ListPage list(String prefix, @Nullable String token) {
    return store().list(prefix, token);
  }

  @Override
  public synchronized void close() {
    if (store != null) {
      store.close();
    }
  }
}
