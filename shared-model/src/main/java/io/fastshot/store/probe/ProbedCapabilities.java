package io.fastshot.store.probe;

import io.fastshot.store.StoreException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Found out when first needed: remembered, or by a probe.
 *
 * <p>What speaks against the store is not kept, so that its owner sees at once that a repair
 * helped.
 */
public final class ProbedCapabilities implements Capabilities {
  private final Supplier<StoreCapabilities> probes;
  private final Supplier<Support> partProbes;
  private final CapabilityMemory memory;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable StoreCapabilities known;
  private volatile boolean recalled;

  /**
   * Makes no request.
   *
   * @param probes runs a new probe each time
   * @param partProbes runs a new probe of uploads in parts
   */
  public ProbedCapabilities(
      Supplier<StoreCapabilities> probes, Supplier<Support> partProbes, CapabilityMemory memory) {
    this.probes = probes;
    this.partProbes = partProbes;
    this.memory = memory;
  }

  @Override
  public StoreCapabilities forReads() {
    if (known == null && !recalled) {
      underLock(this::recall);
    }
    StoreCapabilities found = known;
    return found == null ? StoreCapabilities.unknown(null) : found;
  }

  @Override
  public StoreCapabilities forWrites() {
    StoreCapabilities found = known;
    return found == null ? underLock(this::recallOrProbe) : found;
  }

  @Override
  public StoreCapabilities forParts() {
    StoreCapabilities found = known;
    return found == null || found.parts() == Support.UNKNOWN ? underLock(this::partsProbed) : found;
  }

  private StoreCapabilities partsProbed() {
    StoreCapabilities found = recallOrProbe();
    if (!found.conditionalWritesHold() || found.parts() != Support.UNKNOWN) {
      return found;
    }
    Support parts = partProbes.get();
    StoreCapabilities more = found.withParts(parts);
    known = more;
    if (parts != Support.UNKNOWN) {
      memory.remember(more);
    }
    return more;
  }

  /** Probes, whatever is known. */
  public StoreCapabilities anew() {
    return underLock(this::probe);
  }

  private interface Step {
    @Nullable StoreCapabilities run();
  }

  private StoreCapabilities underLock(Step step) {
    lock.lock();
    try {
      StoreCapabilities found = step.run();
      return found == null ? StoreCapabilities.unknown(null) : found;
    } finally {
      lock.unlock();
    }
  }

  private @Nullable StoreCapabilities recall() {
    if (known == null && !recalled) {
      Optional<StoreCapabilities> remembered = memory.recall();
      recalled = true;
      remembered.ifPresent(found -> known = found);
    }
    return known;
  }

  private StoreCapabilities recallOrProbe() {
    StoreCapabilities found = recall();
    return found == null ? probe() : found;
  }

  private StoreCapabilities probe() {
    StoreCapabilities found;
    try {
      found = probes.get();
    } catch (StoreException.Denied e) {
      // Who may not write there may still be allowed what it was about to do.
      found = StoreCapabilities.unknown("the probe was not allowed: " + e.getMessage());
    }
    switch (found.writes()) {
      case HOLDS -> {
        known = found;
        memory.remember(found);
      }
      case UNKNOWN -> known = found;
      case IGNORED, REFUSED -> known = null;
    }
    return found;
  }
}
