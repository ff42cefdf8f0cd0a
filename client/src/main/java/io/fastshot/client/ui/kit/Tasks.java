package io.fastshot.client.ui.kit;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * Work that blocks, done on a few background threads; what came of it arrives on the event thread.
 *
 * <p>After {@link #close()} nothing is started and nothing is delivered any more.
 */
public final class Tasks implements AutoCloseable {
  private final ExecutorService executor;

  /**
   * Threads start when they are needed and never keep the process alive.
   *
   * @param name how the threads are called
   * @param threads how many pieces of work may run at a time; 1 or more
   */
  public Tasks(String name, int threads) {
    this.executor =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("fastshot-" + name + "-", 0).factory());
  }

  /**
   * Does the work in the background; returns at once.
   *
   * @param done called on the event thread with the result
   * @param failed called on the event thread with what the work threw
   */
  public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
    try {
      executor.execute(() -> attempt(work, done, failed));
    } catch (RejectedExecutionException e) {
      System.getLogger(Tasks.class.getName())
          .log(System.Logger.Level.DEBUG, "not started, the window is closed", e);
    }
  }

  private <T> void attempt(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
    try {
      T result = work.call();
      deliver(() -> done.accept(result));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      deliver(() -> failed.accept(e));
    }
  }

  private void deliver(Runnable delivery) {
    Edt.later(() -> {
      if (!executor.isShutdown()) {
        delivery.run();
      }
    });
  }

  /** Stops waiting work and interrupts running work; does not wait for it. */
  @Override
  public void close() {
    executor.shutdownNow();
  }
}
