package io.fastshot.client.ui;

import io.fastshot.store.ForwardingObjectStore;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.StoreException;
import java.util.concurrent.atomic.AtomicInteger;

/** A store whose requests can be held back or cut off. */
final class GatedStore extends ForwardingObjectStore {
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

  @Override
  protected ObjectStore target() {
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
  public void close() {}
}
