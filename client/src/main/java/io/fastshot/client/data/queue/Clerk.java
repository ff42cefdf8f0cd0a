package io.fastshot.client.data.queue;

import org.jspecify.annotations.Nullable;

/** A thread that does one thing whenever it is woken, and once a second in any case. */
final class Clerk {
  private static final long TICK_MILLIS = 1_000;

  private final Runnable work;
  private boolean woken;
  private boolean closed;
  private @Nullable Thread thread;

  Clerk(Runnable work) {
    this.work = work;
  }

  synchronized void start() {
    if (thread == null && !closed) {
      thread = Thread.ofPlatform().daemon().name("fastshot-transfers").start(this::run);
    }
  }

  synchronized void wake() {
    woken = true;
    notifyAll();
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }

  private void run() {
    try {
      while (true) {
        attempt();
        synchronized (this) {
          if (!woken && !closed) {
            wait(TICK_MILLIS);
          }
          woken = false;
          if (closed) {
            return;
          }
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** One failure must not be the end of all transfers. */
  private void attempt() {
    try {
      work.run();
    } catch (RuntimeException e) {
      System.getLogger(Clerk.class.getName())
          .log(System.Logger.Level.ERROR, "the queue of transfers failed", e);
    }
  }
}
