package io.fastshot.client.ui.actions;

import io.fastshot.client.data.bytes.Progress;
import io.fastshot.client.ui.kit.Edt;
import io.fastshot.client.ui.kit.Texts;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tells the event thread of a transfer's progress, once per percent, and lets it be cancelled.
 *
 * <p><b>Threads:</b> told by the transferring thread, cancelled by any, reports on the event
 * thread.
 */
final class TransferProgress implements Progress {
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final AtomicInteger percent = new AtomicInteger(-1);
  private final AtomicBoolean ended = new AtomicBoolean();
  private final Listener listener;

  /** Shows the bytes so far. */
  @FunctionalInterface
  interface Listener {
    void moved(long doneBytes, long totalBytes);
  }

  TransferProgress(Listener listener) {
    this.listener = listener;
  }

  @Override
  public void transferred(long doneBytes, long totalBytes) {
    int now = Texts.percent(doneBytes, totalBytes);
    if (percent.getAndSet(now) != now) {
      Edt.later(() -> {
        if (!ended.get()) {
          listener.moved(doneBytes, totalBytes);
        }
      });
    }
  }

  @Override
  public boolean cancelled() {
    return cancelled.get();
  }

  void cancel() {
    cancelled.set(true);
  }

  /** Reports nothing more; what is still queued is dropped. */
  void end() {
    ended.set(true);
  }
}
