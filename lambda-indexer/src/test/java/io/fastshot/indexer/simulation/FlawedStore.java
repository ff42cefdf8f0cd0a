package io.fastshot.indexer.simulation;

import io.fastshot.model.KeyLayout;
import io.fastshot.model.ObjectKey;
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
import org.jspecify.annotations.Nullable;

/** A store with a {@link Flaw}. */
final class FlawedStore implements ObjectStore {
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
  public Optional<ObjectInfo> head(String key) {
    return store.head(key);
  }

  @Override
  public DeleteOutcome delete(String key, Precondition precondition) {
    return store.delete(key, precondition);
  }

  @Override
  public PutOutcome copy(String source, ETag sourceEtag, String target, Precondition precondition) {
    return store.copy(source, sourceEtag, target, precondition);
  }

  @Override
  public ListPage list(String prefix, @Nullable String token) {
    return store.list(prefix, token);
  }

  @Override
  public void close() {
    store.close();
  }
}
