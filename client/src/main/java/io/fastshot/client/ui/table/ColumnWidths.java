package io.fastshot.client.ui.table;

import io.fastshot.client.ui.catalog.SessionColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.table.TableColumn;

/** Order and widths of the columns as one line of text, to be kept over a restart. */
public final class ColumnWidths {
  private static final int MAX_WIDTH = 4000;
  private static final String HIDDEN = "-";

  private ColumnWidths() {}

  /** {@code NAME:210 DESCRIPTION:250 ... -COLOR:60} from left to right, the hidden ones last. */
  public static String write(ColumnChoice columns) {
    List<String> parts = new ArrayList<>();
    columns.views().forEach(column -> parts.add(written(column)));
    columns.hidden().forEach(column -> parts.add(HIDDEN + written(column)));
    return String.join(" ", parts);
  }

  private static String written(TableColumn column) {
    return column.getIdentifier() + ":" + column.getWidth();
  }

  /** Sets what {@link #write} wrote; columns that the text does not name stay as they are. */
  public static void read(String text, ColumnChoice columns) {
    int target = 0;
    List<SessionColumn> hidden = new ArrayList<>();
    for (String part : text.split(" ", -1)) {
      String bare = part.startsWith(HIDDEN) ? part.substring(1) : part;
      int colon = Math.max(bare.indexOf(':'), 0);
      Optional<SessionColumn> column = column(bare.substring(0, colon)).filter(columns::isShown);
      if (column.isPresent()) {
        setWidth(columns.view(column.get()), bare.substring(colon + 1));
        if (part.startsWith(HIDDEN)) {
          hidden.add(column.get());
        } else {
          columns.move(column.get(), target++);
        }
      }
    }
    hidden.forEach(column -> columns.show(column, false));
  }

  private static void setWidth(TableColumn column, String width) {
    if (width.matches("\\d{1,4}")) {
      column.setPreferredWidth(
          Math.clamp(Integer.parseInt(width), column.getMinWidth(), MAX_WIDTH));
    }
  }

  private static Optional<SessionColumn> column(String name) {
    return SessionColumn.all().stream().filter(column -> column.name().equals(name)).findFirst();
  }
}
