package io.fastshot.client.data.queue;

/** Hears of the queue. Called on the queue's threads, without its lock; must not block. */
public interface TransferListener {

  /** A transfer came, went, or changed its state; ask for the list. Bytes alone are not told. */
  void changed();

  /**
   * A run ended, and the transfer is at rest or goes on by itself.
   *
   * @param status after it
   */
  void ended(TransferStatus status, TransferResult result);
}
