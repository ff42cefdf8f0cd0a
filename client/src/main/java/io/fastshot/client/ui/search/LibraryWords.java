package io.fastshot.client.ui.search;

import io.fastshot.client.data.search.Vocabulary;
import io.fastshot.client.ui.catalog.CatalogListener;
import io.fastshot.client.ui.catalog.CatalogModel;
import io.fastshot.client.ui.kit.Latest;
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
  private final Latest<List<IndexRow>, Vocabulary> counts;
  private Vocabulary words = Vocabulary.of(List.of());
  private List<IndexRow> counted = List.of();

  /** Knows nothing before the first {@link #rowsChanged()}. */
  public LibraryWords(CatalogModel catalog, Tasks tasks) {
    this.catalog = catalog;
    this.counts = new Latest<>(tasks, Vocabulary::of, next -> words = next);
    catalog.listen(this);
  }

  @Override
  public Vocabulary get() {
    return words;
  }

  @Override
  public void rowsChanged() {
    List<IndexRow> rows = catalog.rows();
    if (!rows.equals(counted)) {
      counted = rows;
      counts.ask(rows);
    }
  }
}
