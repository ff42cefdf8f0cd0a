package io.fastshot.client.ui.sessions;

import io.fastshot.client.ui.catalog.CatalogModel;
import io.fastshot.client.ui.catalog.ShownRows;
import io.fastshot.client.ui.facets.FacetPanel;
import io.fastshot.client.ui.facets.SavedPane;
import io.fastshot.client.ui.facets.SearchText;
import io.fastshot.client.ui.kit.Background;
import io.fastshot.client.ui.kit.Texts;
import io.fastshot.client.ui.kit.UiSettings;
import io.fastshot.client.ui.search.LibraryWords;
import io.fastshot.client.ui.search.SearchLine;
import io.fastshot.client.ui.status.Notice;
import io.fastshot.client.ui.status.Notices;
import java.util.function.Consumer;

/**
 * What a session is found with: the search box, and the panel that narrows its search, connected.
 * The text in the box is the only place where the search is kept.
 *
 * <p><b>Threads:</b> the event thread only.
 */
final class Finding {
  private static final String SAVED = "searches";

  final SearchLine line;
  final FacetPanel facets;
  private final LibraryWords words;
  private final Notices notices;

  Finding(
      CatalogModel catalog,
      Background background,
      UiSettings settings,
      Notices notices,
      Consumer<String> onSearch) {
    this.notices = notices;
    words = new LibraryWords(catalog, background.other());
    line = new SearchLine(onSearch, words);
    SearchText search = new BoxText();
    SavedPane saved =
        new SavedPane(
            search, settings.get(SAVED).orElse(""), text -> keep(text, settings, background));
    facets = new FacetPanel(search, background.other(), saved);
  }

  /** At once: the window may stay open for weeks. */
  private void keep(String text, UiSettings settings, Background background) {
    settings.put(SAVED, text);
    background
        .other()
        .run(
            () -> {
              settings.save();
              return text;
            },
            _ -> {},
            failure ->
                notices.show(
                    Notice.problem(
                        SAVED,
                        "The saved searches could not be written, and last until the window is"
                            + " closed: "
                            + Texts.reason(failure))));
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
      return line.text();
    }

    @Override
    public void change(String text) {
      line.search(text);
    }
  }
}
