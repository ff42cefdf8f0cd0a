package io.fastshot.client.ui.search;

import io.fastshot.client.data.search.Vocabulary;
import io.fastshot.client.ui.catalog.CatalogListener;
import io.fastshot.client.ui.catalog.CatalogModel;
import io.fastshot.client.ui.kit.Edt;
import io.fastshot.client.ui.kit.Tasks;
import io.fastshot.model.IndexRow;
import java.util.List;
import java.util.function.Supplier;

/**
 * The vocabulary of what is listed, counted in the background when the list has changed.
 *
 * <p><b>Threads:</b> the event thread only.
 */
public final class LibraryWords implements CatalogListener, Supplier<Vocabulary> {
  private final CatalogModel catalog;
  private final Tasks tasks;
  private Vocabulary words = Vocabulary.of(List.of());
  private List<IndexRow> counted = List.of();
  private boolean counting;

  /** Knows nothing before the first {@link #rowsChanged()}. */
  public LibraryWords(CatalogModel catalog, Tasks tasks) {
    this.catalog = catalog;
    this.tasks = tasks;
    catalog.listen(this);
  }

  @Override
  public Vocabulary get() {
    return words;
  }

  @Override
  public void rowsChanged() {
    Edt.require();
    List<IndexRow> rows = catalog.rows();
    if (counting || rows.equals(counted)) {
      return;
    }
    counting = true;
    tasks.run(() -> Vocabulary.of(rows), next -> counted(rows, next), this::failed);
  }

  private void counted(List<IndexRow> rows, Vocabulary next) {
    words = next;
    counted = rows;
    counting = false;
    rowsChanged(); // what came meanwhile
  }

  private void failed(Exception failure) {
    counting = false;
    throw new IllegalStateException("the list's words could not be counted", failure);
  }
}
