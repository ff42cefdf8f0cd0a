package io.fastshot.client.ui.catalog;

import io.fastshot.client.ui.kit.Edt;
import io.fastshot.client.ui.kit.Tasks;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;

/**
 * Filters and sorts off the event thread; while it works, newer requests replace older waiting
 * ones, so typing never queues up. When that takes noticeable time, the display is told.
 *
 * <p><b>Threads:</b> called on the event thread, answers on it.
 */
final class RowsWorker {
  /** Below, a note would only flicker. */
  private static final int NOTICEABLE_MS = 300;

  private final Tasks tasks;
  private final RowsDisplay display;
  private final Timer late;
  private final SortedRows sorted = new SortedRows();
  private final SearchTexts texts = new SearchTexts();
  private @Nullable RowsRequest waiting;
  private @Nullable RowsRequest asked;
  private boolean working;

  RowsWorker(Tasks tasks, RowsDisplay display) {
    this.tasks = tasks;
    this.display = display;
    this.late = new Timer(NOTICEABLE_MS, _ -> late());
    late.setRepeats(false);
  }

  void request(RowsRequest request) {
    Edt.require();
    waiting = request;
    asked = request;
    if (!late.isRunning()) {
      late.start(); // a key stroke does not put it off
    }
    next();
  }

  private void late() {
    RowsRequest request = asked;
    if (request != null) {
      display.late(request.order(), request.query());
    }
  }

  private void next() {
    RowsRequest request = waiting;
    if (request == null || working) {
      return;
    }
    waiting = null;
    working = true;
    tasks.run(() -> request.answer(sorted, texts), this::answered, this::failed);
  }

  private void answered(ShownRows rows) {
    working = false;
    next();
    display.show(rows);
    if (!working) {
      late.stop();
      asked = null;
    } else if (!late.isRunning()) {
      late.start();
    }
  }

  private void failed(Exception failure) {
    working = false;
    late.stop();
    next();
    throw new IllegalStateException("the list could not be filtered", failure);
  }
}
