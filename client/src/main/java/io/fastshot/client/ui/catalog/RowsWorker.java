package io.fastshot.client.ui.catalog;

import io.fastshot.client.ui.kit.Latest;
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

  private final Latest<RowsRequest, ShownRows> rows;
  private final RowsDisplay display;
  private final Timer late;
  private final SortedRows sorted = new SortedRows();
  private final SearchTexts texts = new SearchTexts();
  private @Nullable RowsRequest asked;

  RowsWorker(Tasks tasks, RowsDisplay display) {
    this.rows = new Latest<>(tasks, request -> request.answer(sorted, texts), this::answered);
    this.display = display;
    this.late = new Timer(NOTICEABLE_MS, _ -> late());
    late.setRepeats(false);
  }

  void request(RowsRequest request) {
    asked = request;
    rows.ask(request);
    startWaiting(); // a key stroke does not put it off
  }

  private void startWaiting() {
    if (!late.isRunning()) {
      late.start();
    }
  }

  private void late() {
    RowsRequest request = asked;
    if (request != null && rows.isWorking()) {
      display.late(request.order(), request.query());
    }
  }

  private void answered(ShownRows answer) {
    display.show(answer);
    if (rows.isWorking()) {
      startWaiting();
    } else {
      late.stop();
    }
  }
}
