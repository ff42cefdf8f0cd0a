package io.fastshot.client.ui.facets;

import io.fastshot.client.data.search.FacetValue;
import io.fastshot.client.data.search.SearchField;
import io.fastshot.client.data.search.SearchParts;
import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.look.Keys;
import java.awt.BorderLayout;
import java.awt.event.InputEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Locale;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/** The values of one field. */
final class FacetSection extends JPanel {
  private static final long serialVersionUID = 1L;
  private static final int FIRST = 12;
  private static final int OTHERS =
      InputEvent.CTRL_DOWN_MASK | InputEvent.ALT_DOWN_MASK | InputEvent.META_DOWN_MASK;

  /** Ctrl+Space is another input source on macOS. */
  private static final String EXCLUDING = Keys.isMac() ? "alt ENTER" : "ctrl SPACE";

  private final SearchField field;
  private final transient SearchText search;
  private final CompactList<FacetValue> list;
  private final JButton more = TextGate.button("more…");
  private transient List<FacetValue> values = List.of();
  private boolean all;

  FacetSection(String title, SearchField field, SearchText search) {
    super(new BorderLayout());
    this.field = field;
    this.search = search;
    setOpaque(false);
    list =
        new CompactList<>(
            "facet." + field.word(),
            title,
            "Space searches for a value, " + Keys.text(EXCLUDING) + " for all without it");
    list.setCellRenderer(new FacetCell());
    list.addMouseListener(new Clicks());
    bind("SPACE", false);
    bind("ENTER", false);
    bind("ctrl SPACE", true);
    bind("ctrl ENTER", true);
    bind("alt ENTER", true);
    more.setName("facet." + field.word() + ".more");
    more.putClientProperty("JButton.buttonType", "borderless");
    more.setHorizontalAlignment(JButton.LEADING);
    more.getAccessibleContext()
        .setAccessibleDescription("More or fewer of " + title.toLowerCase(Locale.ENGLISH));
    more.addActionListener(_ -> {
      all = !all;
      update();
    });
    add(Heading.of(title), BorderLayout.NORTH);
    add(list, BorderLayout.CENTER);
    add(more, BorderLayout.SOUTH);
    setVisible(false);
  }

  /** Shows values; the section goes while there are none. */
  void show(List<FacetValue> next) {
    if (!next.equals(values)) {
      values = next;
      update();
    }
  }

  private void update() {
    list.show(all ? values : values.subList(0, Math.min(FIRST, values.size())));
    TextGate.text(more, all ? "fewer" : (values.size() - FIRST) + " more…");
    more.setVisible(values.size() > FIRST);
    setVisible(!values.isEmpty());
  }

  private void bind(String key, boolean negative) {
    list.getInputMap().put(Keys.stroke(key), "fastshot " + negative);
    list.getActionMap()
        .put("fastshot " + negative, new Run(() -> toggle(list.getSelectedValue(), negative)));
  }

  private void toggle(@Nullable FacetValue value, boolean negative) {
    if (value != null) {
      // An excluded one goes by a plain click too.
      boolean not = negative || value.mark() == FacetValue.Mark.EXCLUDED;
      search.change(SearchParts.of(search.now()).toggled(field, value.text(), not));
    }
  }

  private final class Clicks extends MouseAdapter {
    @Override
    public void mousePressed(MouseEvent event) {
      if (SwingUtilities.isLeftMouseButton(event)) {
        toggle(list.at(event.getPoint()), (event.getModifiersEx() & OTHERS) != 0);
      }
    }
  }
}
