package io.fastshot.client.ui.facets;

import io.fastshot.client.data.search.Facets;
import io.fastshot.client.data.search.SearchField;
import io.fastshot.client.ui.catalog.ShownRows;
import io.fastshot.client.ui.kit.Latest;
import io.fastshot.client.ui.kit.Tasks;
import java.awt.BorderLayout;
import java.util.EnumMap;
import java.util.Map;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;

/**
 * What the search can be narrowed by, with how many sessions of the list have it. What is chosen is
 * read from the search; a click changes the search.
 *
 * <p><b>Threads:</b> the event thread only.
 */
public final class FacetPanel extends JPanel {
  private static final long serialVersionUID = 1L;

  private final transient Latest<ShownRows, Facets> counts;
  private final transient Map<SearchField, FacetSection> sections =
      new EnumMap<>(SearchField.class);
  private transient ShownRows shown = ShownRows.none();
  private final SavedPane saved;
  private boolean started;

  /**
   * An empty panel, until {@link #start()}.
   *
   * @param saved stands below the sections
   */
  public FacetPanel(SearchText search, Tasks tasks, SavedPane saved) {
    super(new BorderLayout());
    setName("facets");
    getAccessibleContext().setAccessibleName("Filters");
    counts = new Latest<>(tasks, rows -> Facets.of(rows.rows(), rows.query()), this::show);
    Column column = new Column();
    for (SearchField field : Facets.FIELDS) {
      FacetSection section = new FacetSection(title(field), field, search);
      sections.put(field, section);
      column.add(section);
    }
    column.add(saved);
    this.saved = saved;
    JScrollPane scroll =
        new JScrollPane(
            column,
            JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED,
            JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
    scroll.setBorder(BorderFactory.createEmptyBorder());
    add(scroll, BorderLayout.CENTER);
  }

  private static String title(SearchField field) {
    return switch (field) {
      case TAG -> "Tags";
      case COLOR -> "Color";
      case CLASS -> "Class";
      case CREATED -> "Created";
      default -> field.word();
    };
  }

  /** Counts from now on: before, it would be in the way of the first picture of the list. */
  public void start() {
    started = true;
    count();
  }

  /** The list shows other rows. */
  public void shown(ShownRows rows) {
    shown = rows;
    saved.searchChanged();
    count();
  }

  /** Nothing is counted while the panel is hidden. */
  @Override
  public void setVisible(boolean visible) {
    super.setVisible(visible);
    count();
  }

  private void count() {
    if (started && isVisible()) {
      counts.ask(shown);
    }
  }

  private void show(Facets facets) {
    if (!counts.isWorking()) { // else newer ones are on their way
      sections.forEach((field, section) -> section.show(facets.values(field)));
    }
  }
}
