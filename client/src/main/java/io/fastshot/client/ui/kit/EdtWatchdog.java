package io.fastshot.client.ui.kit;

import java.awt.EventQueue;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Asks the event thread ten times a second whether it answers, and logs what it was doing whenever
 * it took longer than a limit. A sample, not a proof: a stall between two questions goes unseen.
 *
 * <p>It asks rather than replaces the event queue, because other tools find the queue they know.
 */
public final class EdtWatchdog implements AutoCloseable {

  /** Three frames at 60 Hz: what a hand on the mouse begins to feel. */
  public static final Duration LIMIT = Duration.ofMillis(50);

  private static final System.Logger LOG = System.getLogger(EdtWatchdog.class.getName());
  private static final long PERIOD_MILLIS = 100;

  private final AtomicInteger stalls = new AtomicInteger();
  private final AtomicReference<@Nullable Thread> eventThread = new AtomicReference<>();
  private final Duration limit;
  private final Thread thread;

  private EdtWatchdog(Duration limit) {
    this.limit = limit;
    this.thread = Thread.ofPlatform().daemon().name("fastshot-watchdog").unstarted(this::watch);
  }

  /** Watches until it is closed. */
  public static EdtWatchdog start(Duration limit) {
    EdtWatchdog watchdog = new EdtWatchdog(limit);
    watchdog.thread.start();
    return watchdog;
  }

  /** How many answers came later than the limit. */
  public int stalls() {
    return stalls.get();
  }

  private void watch() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        ask();
        Thread.sleep(PERIOD_MILLIS);
      }
    } catch (InterruptedException _) {
      // Closed: nothing is left to do.
    }
  }

  private void ask() throws InterruptedException {
    CountDownLatch answered = new CountDownLatch(1);
    EventQueue.invokeLater(() -> {
      eventThread.set(Thread.currentThread());
      answered.countDown();
    });
    if (answered.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      return;
    }
    Thread busy = eventThread.get();
    if (busy != null) {
      stalls.incrementAndGet();
      IllegalStateException where = new IllegalStateException("the event thread is busy");
      where.setStackTrace(busy.getStackTrace());
      LOG.log(System.Logger.Level.DEBUG, "no answer within " + limit.toMillis() + " ms", where);
    }
    answered.await();
  }

  /** Watches no more. */
  @Override
  public void close() {
    thread.interrupt();
  }
}
