package io.fastshot.client.data.connection;

import io.fastshot.store.ForwardingObjectStore;
import io.fastshot.store.ObjectStore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A store that is opened by the first request: the AWS SDK takes longer to load than the list takes
 * to be painted from disk.
 */
public final class LazyObjectStore extends ForwardingObjectStore {
  private final Supplier<ObjectStore> opener;
  private @Nullable ObjectStore store;

  public LazyObjectStore(Supplier<ObjectStore> opener) {
    this.opener = opener;
  }

  @Override
  protected synchronized ObjectStore target() {
    ObjectStore opened = store;
    if (opened == null) {
      opened = opener.get();
      store = opened;
    }
    return opened;
  }

  @Override
  public synchronized void close() {
    if (store != null) {
      store.close();
    }
  }
}
