package io.fastshot.indexer.simulation;

import io.fastshot.model.KeyLayout;
import io.fastshot.store.ETag;
import io.fastshot.store.GetOutcome;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.Precondition;
import io.fastshot.store.PutOutcome;
import io.fastshot.store.StoreException;

/**
 * Bugs planted between the handlers and the bucket, to see the simulation find them. The mutants of
 * the handlers themselves are planted elsewhere.
 */
enum Flaw {
  NONE,
  /** A lost compare-and-swap passes for a won one. */
  CONFLICT_IS_DONE,
  /** A write of the index without answer passes for done. */
  LOST_ANSWER_IS_DONE,
  /** 403 passes for absence. */
  DENIED_IS_ABSENT,
  /** The index is written without a condition. */
  BLIND_WRITE,
  /** A meta index that is there is left as it is. */
  META_INDEX_KEPT;

  /** A store with this flaw. */
  ObjectStore in(ObjectStore store, KeyLayout layout) {
    return this == NONE ? store : new FlawedStore(this, store, layout);
  }

  GetOutcome get(ObjectStore store, FlawedStore.Read read) {
    try {
      return store.get(read.key(), read.range(), read.precondition());
    } catch (StoreException.Denied e) {
      if (this == DENIED_IS_ABSENT) {
        return new GetOutcome.Absent();
      }
      throw e;
    }
  }

  PutOutcome putIndex(ObjectStore store, FlawedStore.Write write) {
    PutOutcome done = new PutOutcome.Installed(new ETag("\"flawed\""));
    Precondition condition = this == BLIND_WRITE ? Precondition.none() : write.precondition();
    try {
      PutOutcome outcome = store.put(write.key(), write.content(), condition);
      return this == CONFLICT_IS_DONE ? done : outcome;
    } catch (StoreException.Unavailable e) {
      if (this == LOST_ANSWER_IS_DONE) {
        return done;
      }
      throw e;
    }
  }

  PutOutcome putMetaIndex(ObjectStore store, FlawedStore.Write write) {
    if (this == META_INDEX_KEPT && store.head(write.key()).isPresent()) {
      return new PutOutcome.Installed(new ETag("\"flawed\""));
    }
    return store.put(write.key(), write.content(), write.precondition());
  }
}
