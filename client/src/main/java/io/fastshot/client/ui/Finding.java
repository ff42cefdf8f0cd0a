package io.fastshot.client.ui;

import io.fastshot.client.ui.catalog.CatalogModel;
import io.fastshot.client.ui.catalog.ShownRows;
import io.fastshot.client.ui.facets.FacetPanel;
import io.fastshot.client.ui.facets.SavedPane;
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
  private static final String SAVED = "searches";

  final TopBar top;
  final FacetPanel facets;
  private final LibraryWords words;

  Finding(
      String library,
      CatalogModel catalog,
      Background background,
      UiSettings settings,
      Consumer<String> onSearch,
      Runnable onUpload) {
    words = new LibraryWords(catalog, background.other());
    top = new TopBar(library, onSearch, words, onUpload);
    SearchText search = new BoxText();
    SavedPane saved =
        new SavedPane(
            search, settings.get(SAVED).orElse(""), text -> keep(text, settings, background));
    facets = new FacetPanel(search, background.other(), saved);
  }

  /** At once: the window may stay open for weeks. */
  private static void keep(String text, UiSettings settings, Background background) {
    settings.put(SAVED, text);
    background
        .other()
        .run(
            () -> {
              settings.save();
              return text;
            },
            _ -> {},
            _ -> {});
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
