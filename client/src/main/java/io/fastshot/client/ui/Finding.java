package io.fastshot.client.ui;

import io.fastshot.client.ui.catalog.CatalogModel;
import io.fastshot.client.ui.catalog.ShownRows;
import io.fastshot.client.ui.facets.FacetPanel;
import io.fastshot.client.ui.facets.SearchText;
import io.fastshot.client.ui.search.LibraryWords;
import java.util.function.Consumer;

/**
 * What a session is found with: the search box, and the panel that narrows its search, connected.
 * The text in the box is the only place where the search is kept.
 *
 * <p><b>Threads:</b> the event thread only.
 */
final class Finding {
  final TopBar top;
  final FacetPanel facets;
  private final LibraryWords words;

  Finding(
      String library,
      CatalogModel catalog,
      Background background,
      Consumer<String> onSearch,
      Runnable onUpload) {
    words = new LibraryWords(catalog, background.other());
    top = new TopBar(library, onSearch, words, onUpload);
    facets = new FacetPanel(new BoxText(), background.other());
  }

  /** Counts from now on: before, it would be in the way of the first picture. */
  void start() {
    words.rowsChanged();
    facets.start();
  }

  /** The list shows other rows. */
  void shown(ShownRows rows) {
    facets.shown(rows);
  }

  private final class BoxText implements SearchText {
    @Override
    public String now() {
      return top.search();
    }

    @Override
    public void change(String text) {
      top.search(text);
    }
  }
}
