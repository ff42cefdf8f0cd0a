package io.fastshot.store.probe;

import io.fastshot.store.StoreException;

/** What a connection knows of its store. Safe from any number of threads. */
public interface Capabilities {

  /** For a read. Makes no request: whoever may only read needs no probe. */
  StoreCapabilities forReads();

  /**
   * For a conditional write. May make requests, once.
   *
   * @throws StoreException if the store could not be asked
   */
  StoreCapabilities forWrites();

  /**
   * For an upload in parts. May make requests, once.
   *
   * @throws StoreException if the store could not be asked
   */
  StoreCapabilities forParts();

  /** Known from the start. */
  static Capabilities fixed(StoreCapabilities known) {
    return new Capabilities() {
      @Override
      public StoreCapabilities forReads() {
        return known;
      }

      @Override
      public StoreCapabilities forWrites() {
        return known;
      }

      @Override
      public StoreCapabilities forParts() {
        return known;
      }
    };
  }
}
