package io.fastshot.client.ui;

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
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A store whose requests can be held back or cut off. */
final class GatedStore implements ObjectStore {
  private final ObjectStore store;
  private final AtomicInteger requests = new AtomicInteger();
  private boolean held;
  private boolean offline;

  GatedStore(ObjectStore store) {
    this.store = store;
  }

  synchronized void hold() {
    held = true;
  }

  synchronized void release() {
    held = false;
    notifyAll();
  }

  synchronized void offline(boolean now) {
    offline = now;
  }

  int requests() {
    return requests.get();
  }

  private ObjectStore pass() {
    requests.incrementAndGet();
    synchronized (this) {
      while (held) {
        try {
          wait();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new StoreException.Unavailable("the request was interrupted", e);
        }
      }
      if (offline) {
        throw new StoreException.Unavailable("the network is down", null);
      }
    }
    return store;
  }

  @Override
  public GetOutcome get(String key, ByteRange range, Precondition precondition) {
    return pass().get(key, range, precondition);
  }

  @Override
  public Optional<ObjectInfo> head(String key) {
    return pass().head(key);
  }

  @Override
  public PutOutcome put(String key, Content content, Precondition precondition) {
    return pass().put(key, content, precondition);
  }

  @Override
  public DeleteOutcome delete(String key, Precondition precondition) {
    return pass().delete(key, precondition);
  }

  @Override
  public PutOutcome copy(String source, ETag etag, String target, Precondition precondition) {
    return pass().copy(source, etag, target, precondition);
  }

  @Override
  public ListPage list(String prefix, @Nullable String token) {
    return pass().list(prefix, token);
  }

  @Override
  public void close() {}
}
