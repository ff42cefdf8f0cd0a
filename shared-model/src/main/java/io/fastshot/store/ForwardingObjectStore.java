package io.fastshot.store;

import io.fastshot.store.parts.PartUploads;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Passes every call on to another store: the base of stores that change a call or two, or decide
 * first whether any goes through.
 */
public abstract class ForwardingObjectStore implements ObjectStore {
  /** For subclasses. */
  protected ForwardingObjectStore() {}

  /**
   * The store that does the work; asked once for each call, so it may wait, open it, or throw a
   * {@link StoreException}.
   */
  protected abstract ObjectStore target();

  @Override
  public GetOutcome get(String key, ByteRange range, Precondition precondition) {
    return target().get(key, range, precondition);
  }

  @Override
  public Optional<ObjectInfo> head(String key) {
    return target().head(key);
  }

  @Override
  public PutOutcome put(String key, Content content, Precondition precondition) {
    return target().put(key, content, precondition);
  }

  @Override
  public DeleteOutcome delete(String key, Precondition precondition) {
    return target().delete(key, precondition);
  }

  @Override
  public PutOutcome copy(String source, ETag sourceEtag, String target, Precondition precondition) {
    return target().copy(source, sourceEtag, target, precondition);
  }

  @Override
  public ListPage list(String prefix, @Nullable String token) {
    return target().list(prefix, token);
  }

  @Override
  public Optional<PartUploads> inParts() {
    return target().inParts();
  }

  @Override
  public void close() {
    target().close();
  }
}
