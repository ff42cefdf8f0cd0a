package io.fastshot.store;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A store for those who build on conditional writes: lets no request through until it is known that
 * they hold. Asks anew at each request until then, so that a repaired store works at once.
 */
final class ConditionalWritesGate implements ObjectStore {
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

  private ObjectStore through() {
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
  public GetOutcome get(String key, ByteRange range, Precondition precondition) {
    return through().get(key, range, precondition);
  }

  @Override
  public Optional<ObjectInfo> head(String key) {
    return through().head(key);
  }

  @Override
  public PutOutcome put(String key, Content content, Precondition precondition) {
    return through().put(key, content, precondition);
  }

  @Override
  public DeleteOutcome delete(String key, Precondition precondition) {
    return through().delete(key, precondition);
  }

  @Override
  public PutOutcome copy(String source, ETag sourceEtag, String target, Precondition precondition) {
    return through().copy(source, sourceEtag, target, precondition);
  }

  @Override
  public ListPage list(String prefix, @Nullable String token) {
    return through().list(prefix, token);
  }

  @Override
  public void close() {
    store.close();
  }
}
