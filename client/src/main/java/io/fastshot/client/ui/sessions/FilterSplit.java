package io.fastshot.client.ui.sessions;

import io.fastshot.client.ui.facets.FacetPanel;
import io.fastshot.client.ui.kit.UiSettings;
import java.awt.Dimension;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JSplitPane;

/** Places the panel of filters left of the list, or hides it; remembers which, and its width. */
final class FilterSplit {
  private static final String WIDTH = "filters.width";
  private static final String SHOWN = "filters";
  private static final String HIDDEN = "hidden";
  private static final int FIRST_WIDTH = 176;
  private static final int LEAST_WIDTH = 140;
  private static final int MOST_WIDTH = 600;

  private final UiSettings settings;
  private final JSplitPane split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT);
  private final int divider = split.getDividerSize();
  private int width;

  FilterSplit(UiSettings settings) {
    this.settings = settings;
    width =
        settings
            .get(WIDTH)
            .filter(text -> text.matches("\\d{1,4}"))
            .map(Integer::parseInt)
            .map(known -> Math.clamp(known, LEAST_WIDTH, MOST_WIDTH))
            .orElse(FIRST_WIDTH);
  }

  JComponent beside(JComponent list, FacetPanel facets) {
    facets.setMinimumSize(new Dimension(LEAST_WIDTH, 0));
    split.setName("filterSplit");
    split.setLeftComponent(facets);
    split.setRightComponent(list);
    split.setBorder(BorderFactory.createEmptyBorder());
    return split;
  }

  /** Places the divider as it was when the window was closed last. */
  void place() {
    apply(settings.get(SHOWN).filter(HIDDEN::equals).isEmpty());
  }

  boolean isShown() {
    return split.getLeftComponent().isVisible();
  }

  /** The room that the panel takes. */
  int width() {
    return isShown() ? split.getDividerLocation() + divider : 0;
  }

  void show(boolean show) {
    if (isShown() && split.isShowing()) {
      width = split.getDividerLocation();
    }
    apply(show);
  }

  private void apply(boolean show) {
    split.getLeftComponent().setVisible(show);
    split.setDividerSize(show ? divider : 0);
    if (show) {
      split.setDividerLocation(width);
    }
  }

  void remember() {
    settings.put(WIDTH, Integer.toString(isShown() ? split.getDividerLocation() : width));
    settings.put(SHOWN, isShown() ? "shown" : HIDDEN);
  }
}
