package io.fastshot.client.ui;

import io.fastshot.client.ui.catalog.SortOrder;
import io.fastshot.client.ui.look.Screens;
import io.fastshot.client.ui.table.ColumnWidths;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import javax.swing.JTabbedPane;

/** Places the parts in the frame; remembers sizes, columns and order. */
final class WindowLayout {
  private static final String BOUNDS = "window.bounds";
  private static final String PREVIEW = "preview.width";
  private static final String COLUMNS = "columns";
  private static final String ORDER = "order";
  private static final Dimension FIRST_SIZE = new Dimension(1480, 860);
  private static final Dimension LEAST_SIZE = new Dimension(820, 520);
  private static final int PREVIEW_WIDTH = 348;

  private final UiSettings settings;
  private final FilterSplit filters;
  private final JSplitPane split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT);

  WindowLayout(UiSettings settings) {
    this.settings = settings;
    this.filters = new FilterSplit(settings);
  }

  void place(JFrame frame, WindowParts parts) {
    parts.preview.setMinimumSize(new Dimension(260, 100));
    parts.list.setMinimumSize(new Dimension(300, 100));
    split.setName("split");
    split.setLeftComponent(parts.list);
    split.setRightComponent(parts.preview);
    split.setResizeWeight(1);
    split.setBorder(BorderFactory.createEmptyBorder());
    JTabbedPane tabs = new JTabbedPane();
    tabs.setName("tabs");
    tabs.addTab("Cloud Sessions", filters.beside(split, parts.finding.facets));
    JPanel foot = new JPanel();
    foot.setLayout(new javax.swing.BoxLayout(foot, javax.swing.BoxLayout.Y_AXIS));
    foot.add(parts.notices);
    foot.add(Box.createVerticalStrut(1));
    foot.add(parts.status);
    JPanel content = new JPanel(new BorderLayout());
    content.add(parts.finding.top, BorderLayout.NORTH);
    content.add(tabs, BorderLayout.CENTER);
    content.add(foot, BorderLayout.SOUTH);
    frame.setContentPane(content);
    frame.setMinimumSize(LEAST_SIZE);
    settings.get(COLUMNS).ifPresent(text -> ColumnWidths.read(text, parts.table.columns()));
    frame.setBounds(Screens.place(known(), FIRST_SIZE, Screens.all()));
    filters.place();
    split.setDividerLocation(
        frame.getWidth() - filters.width() - number(PREVIEW).orElse(PREVIEW_WIDTH));
  }

  /** The order of the list when the window was closed last. */
  static SortOrder order(UiSettings settings) {
    return SortOrder.read(settings.get(ORDER).orElse(""));
  }

  boolean areFiltersShown() {
    return filters.isShown();
  }

  void showFilters(boolean show) {
    filters.show(show);
  }

  /** Remembers everything; writes a small file. */
  void remember(JFrame frame, WindowParts parts) {
    if ((frame.getExtendedState() & JFrame.MAXIMIZED_BOTH) == 0) {
      Rectangle at = frame.getBounds();
      settings.put(BOUNDS, at.x + " " + at.y + " " + at.width + " " + at.height);
    }
    filters.remember();
    settings.put(
        PREVIEW, Integer.toString(frame.getWidth() - filters.width() - split.getDividerLocation()));
    settings.put(COLUMNS, ColumnWidths.write(parts.table.columns()));
    settings.put(ORDER, parts.view.order().write());
    try {
      settings.save();
    } catch (IOException e) {
      System.getLogger(WindowLayout.class.getName())
          .log(System.Logger.Level.WARNING, "the window settings were not saved", e);
    }
  }

  private @org.jspecify.annotations.Nullable Rectangle known() {
    String text = settings.get(BOUNDS).orElse("");
    if (!text.matches("-?\\d{1,5} -?\\d{1,5} \\d{1,5} \\d{1,5}")) {
      return null;
    }
    int[] at = Arrays.stream(text.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
    return new Rectangle(at[0], at[1], at[2], at[3]);
  }

  private Optional<Integer> number(String key) {
    return settings.get(key).filter(text -> text.matches("\\d{1,5}")).map(Integer::parseInt);
  }
}
