package io.fastshot.client.ui.sessions;

import io.fastshot.client.ui.kit.UiSettings;
import io.fastshot.client.ui.preview.PreviewPanel;
import java.awt.BorderLayout;
import java.awt.Dimension;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JSplitPane;

/** Places filters, list and preview side by side, and the search above; remembers the widths. */
final class SessionsLayout {
  private static final String PREVIEW = "preview.width";
  private static final int PREVIEW_WIDTH = 348;
  private static final int GAP = 12;

  private final UiSettings settings;
  private final FilterSplit filters;
  private final JSplitPane split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT);
  private final JComponent content;
  private final JPanel head = new JPanel(new BorderLayout(GAP, 0));

  SessionsLayout(
      UiSettings settings,
      Finding finding,
      ViewControls controls,
      ListPane list,
      PreviewPanel preview) {
    this.settings = settings;
    this.filters = new FilterSplit(settings);
    preview.setMinimumSize(new Dimension(260, 100));
    list.setMinimumSize(new Dimension(300, 100));
    split.setName("split");
    split.setLeftComponent(list);
    split.setRightComponent(preview);
    split.setResizeWeight(1);
    split.setBorder(BorderFactory.createEmptyBorder());
    content = filters.beside(split, finding.facets);
    JPanel top = new JPanel(new BorderLayout());
    top.add(controls, BorderLayout.NORTH); // beside the box, also while a mistake stands below it
    head.add(finding.line, BorderLayout.CENTER);
    head.add(top, BorderLayout.LINE_END);
  }

  JComponent content() {
    return content;
  }

  JComponent head() {
    return head;
  }

  FilterSplit filters() {
    return filters;
  }

  /**
   * Places the dividers as they were when the window was closed last.
   *
   * @param width of the window, in pixels
   */
  void place(int width) {
    filters.place();
    content.validate(); // of a window that is open: the filters have their width
    int room = split.isShowing() ? split.getWidth() : width - filters.width();
    split.setDividerLocation(room - settings.number(PREVIEW).orElse(PREVIEW_WIDTH));
  }

  void remember() {
    filters.remember();
    settings.put(PREVIEW, Integer.toString(split.getWidth() - split.getDividerLocation()));
  }
}
