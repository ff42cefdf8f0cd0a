package io.fastshot.indexer.run;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Virtual threads, at most so many at work at a time. */
final class VirtualThreadParallel implements Parallel {
  private final int limit;
  private final Duration grace;

  VirtualThreadParallel(int limit, Duration grace) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit is below 1: " + limit);
    }
    this.limit = limit;
    this.grace = grace;
  }

  @Override
  public <K, V> Map<K, V> map(Collection<K> keys, Function<K, V> task, Deadline deadline) {
    Semaphore permits =
        new Semaphore(limit, true); // in order: if time runs out, the first are done
    CountDownLatch ended = new CountDownLatch(keys.size());
    Map<K, FutureTask<V>> running = new LinkedHashMap<>();
    for (K key : keys) {
      FutureTask<V> future = new FutureTask<>(() -> oneOf(permits, task, key));
      running.put(key, future);
      Thread.ofVirtual().name("observe").start(() -> countedRun(future, ended));
    }
    awaitOrCancel(ended, running, deadline);
    return results(running);
  }

  private static <K, V> V oneOf(Semaphore permits, Function<K, V> task, K key)
      throws InterruptedException {
    permits.acquire();
    try {
      return task.apply(key);
    } finally {
      permits.release();
    }
  }

  private static void countedRun(Runnable task, CountDownLatch ended) {
    try {
      task.run();
    } finally {
      ended.countDown();
    }
  }

  private <K, V> void awaitOrCancel(
      CountDownLatch ended, Map<K, FutureTask<V>> running, Deadline deadline) {
    try {
      if (ended.await(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
        return;
      }
      running.values().forEach(future -> future.cancel(true));
      // Whoever still holds a request would otherwise write after the caller has moved on.
      boolean _ = ended.await(grace.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      running.values().forEach(future -> future.cancel(true));
      Thread.currentThread().interrupt();
    }
  }

  private static <K, V> Map<K, V> results(Map<K, FutureTask<V>> running) {
    Map<K, V> results = new LinkedHashMap<>();
    for (Map.Entry<K, FutureTask<V>> entry : running.entrySet()) {
      if (entry.getValue().state() == Future.State.SUCCESS) {
        results.put(entry.getKey(), entry.getValue().resultNow());
      } else if (entry.getValue().state() == Future.State.FAILED) {
        throw failure(entry.getValue());
      }
    }
    return results;
  }

  private static RuntimeException failure(FutureTask<?> future) {
    Throwable cause = future.exceptionNow();
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException exception
        ? exception
        : new IllegalStateException(new ExecutionException(cause));
  }
}
