package io.fastshot.client.data.queue;

import io.fastshot.client.data.bytes.Progress;
import io.fastshot.client.data.journal.Entry;
import io.fastshot.client.data.transfer.PartMemory;
import java.io.IOException;

/** Does the work of a transfer. Blocks its caller; interrupting that ends a request. */
public interface Mover {

  /** Moves what is missing. What {@code progress} gives up may go on in a later call. */
  TransferResult move(Entry entry, PartMemory memory, Progress progress);

  /**
   * Removes what a transfer left that is not wanted any more: parts in the store, bytes on disk.
   *
   * @throws io.fastshot.store.StoreException if the store did not do it
   */
  void forget(Entry entry, PartMemory memory) throws IOException;
}
