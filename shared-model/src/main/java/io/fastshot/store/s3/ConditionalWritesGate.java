package io.fastshot.store.s3;

import io.fastshot.store.ForwardingObjectStore;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.StoreException;
import io.fastshot.store.probe.StoreCapabilities;
import io.fastshot.store.probe.Support;
import java.util.List;

/**
 * A store for those who build on conditional writes: lets no request through until it is known that
 * they hold. Asks anew at each request until then, so that a repaired store works at once.
 */
final class ConditionalWritesGate extends ForwardingObjectStore {
  private final S3ObjectStore store;
  private final String place;
  private volatile boolean open;

  /**
   * Makes no request.
   *
   * @param store closed with this one
   * @param place the store and bucket in words
   */
  ConditionalWritesGate(S3ObjectStore store, String place) {
    this.store = store;
    this.place = place;
  }

  @Override
  protected ObjectStore target() {
    if (!open) {
      StoreCapabilities found = store.capabilities();
      if (found.writes() == Support.UNKNOWN) {
        found = store.probe(); // the permission may have been given since
      }
      if (!found.conditionalWritesHold()) {
        List<String> findings = found.findings();
        throw new StoreException.Rejected(
            "The indexer does not run on " + place + ": " + String.join("; ", findings), null);
      }
      open = true;
    }
    return store;
  }

  @Override
  public void close() {
    store.close();
  }
}
