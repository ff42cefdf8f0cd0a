package io.fastshot.client.ui.facets;

import io.fastshot.client.data.search.Facets;
import io.fastshot.client.ui.catalog.ShownRows;
import io.fastshot.client.ui.kit.Edt;
import io.fastshot.client.ui.kit.Tasks;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts in the background what the list shows; while it counts, newer lists replace older waiting
 * ones.
 *
 * <p><b>Threads:</b> called on the event thread, answers on it.
 */
final class FacetCounts {
  private final Tasks tasks;
  private final Consumer<Facets> display;
  private @Nullable ShownRows waiting;
  private boolean counting;

  FacetCounts(Tasks tasks, Consumer<Facets> display) {
    this.tasks = tasks;
    this.display = display;
  }

  void count(ShownRows rows) {
    Edt.require();
    waiting = rows;
    next();
  }

  private void next() {
    ShownRows rows = waiting;
    if (rows == null || counting) {
      return;
    }
    waiting = null;
    counting = true;
    tasks.run(() -> Facets.of(rows.rows(), rows.query()), this::counted, this::failed);
  }

  private void counted(Facets facets) {
    counting = false;
    if (waiting == null) {
      display.accept(facets);
    }
    next();
  }

  private void failed(Exception failure) {
    counting = false;
    next();
    throw new IllegalStateException("the list could not be counted", failure);
  }
}
