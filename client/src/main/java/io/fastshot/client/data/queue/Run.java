package io.fastshot.client.data.queue;

import io.fastshot.client.data.bytes.Progress;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** One run of a transfer: its thread, how far it is, and whether it is to end. */
final class Run implements Progress {
  private final Meter meter;
  private volatile Stop stop = Stop.NO;
  private volatile @Nullable Thread thread;

  /** Why a run is to end before its work is done. */
  enum Stop {
    NO,
    PAUSE,
    CANCEL,
    /** This program ends; the next one goes on. */
    CLOSE
  }

  Run(InstantSource clock) {
    this.meter = new Meter(clock);
  }

  /** On a virtual thread: interrupting one closes the connection that it waits for. */
  void start(String name, Runnable work) {
    thread = Thread.ofVirtual().name(name).start(work);
  }

  /** Ends it: the request under way is closed. */
  void stop(Stop why) {
    stop = why;
    Thread running = thread;
    if (running != null) {
      running.interrupt();
    }
  }

  Stop stopped() {
    return stop;
  }

  Meter meter() {
    return meter;
  }

  void join(long millis) throws InterruptedException {
    Thread running = thread;
    if (running != null && millis > 0) {
      running.join(millis);
    }
  }

  @Override
  public void transferred(long doneBytes, long totalBytes) {
    meter.at(doneBytes);
  }

  @Override
  public boolean cancelled() {
    return stop != Stop.NO;
  }
}
