package io.fastshot.indexer.run;

import io.fastshot.indexer.queue.NominationQueue;
import io.fastshot.store.ObjectStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * The parts that both handlers are made of.
 *
 * @param store the library's bucket; its writes must not be retried below the port
 * @param queue the queue that feeds {@code IndexerHandler}
 * @param config settings
 * @param clock what tells the time
 * @param random source of nonces, ids and waits; safe from several threads if the handlers run on
 *     several. Must not repeat itself over restarts, or two versions of the index could have the
 *     same ETag: {@link java.security.SecureRandom} outside of tests
 * @param sleeper what waits between tries
 * @param parallel how many sessions are observed at a time
 */
public record Indexing(
    ObjectStore store,
    NominationQueue queue,
    IndexerConfig config,
    InstantSource clock,
    RandomGenerator random,
    Sleeper sleeper,
    Parallel parallel) {

  /** In real time and on virtual threads. */
  public Indexing(
      ObjectStore store,
      NominationQueue queue,
      IndexerConfig config,
      InstantSource clock,
      RandomGenerator random) {
    this(
        store,
        queue,
        config,
        clock,
        random,
        Sleeper.system(),
        Parallel.virtualThreads(config.parallelism(), Duration.ofSeconds(1)));
  }
}
