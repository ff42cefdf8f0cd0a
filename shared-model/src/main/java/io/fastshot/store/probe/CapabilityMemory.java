package io.fastshot.store.probe;

import java.util.Optional;

/**
 * Keeps what a probe found from one process to the next, for one bucket of one store.
 *
 * <p><b>Threads:</b> called by one at a time.
 */
public interface CapabilityMemory {

  /** What was found last; empty if that is not known, or too old to be believed. */
  Optional<StoreCapabilities> recall();

  /** Keeps a finding. Only called with one under which conditional writes hold. */
  void remember(StoreCapabilities found);

  /** Remembers nothing: every connection probes anew. */
  static CapabilityMemory none() {
    return new CapabilityMemory() {
      @Override
      public Optional<StoreCapabilities> recall() {
        return Optional.empty();
      }

      @Override
      public void remember(StoreCapabilities found) {
        // As the name says.
      }
    };
  }
}
