package io.fastshot.indexer.simulation;

import io.fastshot.model.KeyLayout;
import io.fastshot.model.ObjectKey;
import io.fastshot.store.ByteRange;
import io.fastshot.store.Content;
import io.fastshot.store.ForwardingObjectStore;
import io.fastshot.store.GetOutcome;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.Precondition;
import io.fastshot.store.PutOutcome;

/** A store with a {@link Flaw}. */
final class FlawedStore extends ForwardingObjectStore {
  private final Flaw flaw;
  private final ObjectStore store;
  private final KeyLayout layout;

  record Read(String key, ByteRange range, Precondition precondition) {}

  record Write(String key, Content content, Precondition precondition) {}

  FlawedStore(Flaw flaw, ObjectStore store, KeyLayout layout) {
    this.flaw = flaw;
    this.store = store;
    this.layout = layout;
  }

  @Override
  public GetOutcome get(String key, ByteRange range, Precondition precondition) {
    return flaw.get(store, new Read(key, range, precondition));
  }

  @Override
  public PutOutcome put(String key, Content content, Precondition precondition) {
    Write write = new Write(key, content, precondition);
    return switch (layout.parse(key)) {
      case ObjectKey.OverallMeta _ -> flaw.putIndex(store, write);
      case ObjectKey.MetaIndex _ -> flaw.putMetaIndex(store, write);
      default -> store.put(key, content, precondition);
    };
  }

  @Override
  protected ObjectStore target() {
    return store;
  }
}
