package io.fastshot.client.ui.catalog;

import io.fastshot.client.ui.kit.Edt;
import io.fastshot.client.ui.kit.Tasks;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Filters and sorts off the event thread; while it works, newer requests replace older waiting
 * ones, so typing never queues up.
 *
 * <p><b>Threads:</b> called on the event thread, answers on it.
 */
final class RowsWorker {
  private final Tasks tasks;
  private final Consumer<ShownRows> show;
  private final SortedRows sorted = new SortedRows();
  private final SearchTexts texts = new SearchTexts();
  private @Nullable RowsRequest waiting;
  private boolean working;

  RowsWorker(Tasks tasks, Consumer<ShownRows> show) {
    this.tasks = tasks;
    this.show = show;
  }

  void request(RowsRequest request) {
    Edt.require();
    waiting = request;
    next();
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
    show.accept(rows);
  }

  private void failed(Exception failure) {
    working = false;
    next();
    throw new IllegalStateException("the list could not be filtered", failure);
  }
}
