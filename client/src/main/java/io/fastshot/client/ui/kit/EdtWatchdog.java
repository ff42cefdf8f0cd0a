package io.fastshot.client.ui.kit;

import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Logs every event that kept the event thread busy for longer than a limit.
 *
 * <p>An event that opened a modal dialog is not counted: it runs the dialog's own events inside.
 */
public final class EdtWatchdog {

  /** Three frames at 60 Hz: what a hand on the mouse begins to feel. */
  public static final Duration LIMIT = Duration.ofMillis(50);

  private static final System.Logger LOG = System.getLogger(EdtWatchdog.class.getName());

  private final AtomicInteger stalls = new AtomicInteger();
  private final Duration limit;

  /** Watches nothing before {@link #install()}. */
  public EdtWatchdog(Duration limit) {
    this.limit = limit;
  }

  /** Watches every event from now on. */
  public void install() {
    Toolkit.getDefaultToolkit().getSystemEventQueue().push(new WatchedQueue());
  }

  /** How many events were over the limit since the start. */
  public int stalls() {
    return stalls.get();
  }

  private final class WatchedQueue extends EventQueue {
    private int depth;
    private boolean nested;

    @Override
    protected void dispatchEvent(AWTEvent event) {
      long start = System.nanoTime();
      depth++;
      nested = false;
      try {
        super.dispatchEvent(event);
      } finally {
        depth--;
        if (!nested) {
          report(event, Duration.ofNanos(System.nanoTime() - start));
        }
        nested = depth > 0;
      }
    }

    private void report(AWTEvent event, Duration taken) {
      if (taken.compareTo(limit) > 0) {
        stalls.incrementAndGet();
        LOG.log(
            System.Logger.Level.DEBUG,
            () -> "the event thread was busy for " + taken.toMillis() + " ms with " + event);
      }
    }
  }
}
