package io.fastshot.indexer.run;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;

/** How work on many keys is spread over threads. */
public interface Parallel {

  /**
   * Runs {@code task} once for each key and waits for all of them.
   *
   * <p>When the deadline passes, running tasks are interrupted and the others are not started: the
   * result lacks their keys. A task that throws ends the call with its exception.
   *
   * @param keys without duplicates
   * @param task never returns null; safe from several threads
   * @return by key, in the order of {@code keys}
   */
  <K, V> Map<K, V> map(Collection<K> keys, Function<K, V> task, Deadline deadline);

  /** One key after the other on the caller's thread: for simulations that repeat exactly. */
  static Parallel sequential() {
    return new SequentialParallel();
  }

  /**
   * On virtual threads.
   *
   * @param limit the most that run at a time; 1 or more
   * @param grace how long interrupted tasks are waited for before they are left behind
   */
  static Parallel virtualThreads(int limit, Duration grace) {
    return new VirtualThreadParallel(limit, grace);
  }
}
