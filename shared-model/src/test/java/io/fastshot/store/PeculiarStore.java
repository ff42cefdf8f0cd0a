package io.fastshot.store;

import java.util.function.Function;

/** A store that has its own idea of the conditions of PUT and GET; the rest is right. */
class PeculiarStore extends ForwardingObjectStore {
  private final ObjectStore store;
  private final Function<Precondition, Precondition> writes;
  private final Function<Precondition, Precondition> reads;

  /**
   * @param writes what it makes of a PUT's condition; may throw
   * @param reads what it makes of a GET's
   */
  PeculiarStore(
      ObjectStore store,
      Function<Precondition, Precondition> writes,
      Function<Precondition, Precondition> reads) {
    this.store = store;
    this.writes = writes;
    this.reads = reads;
  }

  @Override
  public GetOutcome get(String key, ByteRange range, Precondition precondition) {
    return store.get(key, range, reads.apply(precondition));
  }

  @Override
  public PutOutcome put(String key, Content content, Precondition precondition) {
    return store.put(key, content, writes.apply(precondition));
  }

  @Override
  protected ObjectStore target() {
    return store;
  }
}
