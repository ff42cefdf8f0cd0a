package io.fastshot.client.ui.table;

import io.fastshot.client.ui.catalog.SessionColumn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.swing.table.TableColumn;
import javax.swing.table.TableColumnModel;

/** Order and widths of the columns as one line of text, to be kept over a restart. */
public final class ColumnWidths {
  private static final int MAX_WIDTH = 4000;

  private ColumnWidths() {}

  /** {@code NAME:210 DESCRIPTION:250 ...} from left to right. */
  public static String write(TableColumnModel columns) {
    List<String> parts = new ArrayList<>();
    for (TableColumn column : Collections.list(columns.getColumns())) {
      parts.add(column.getIdentifier() + ":" + column.getWidth());
    }
    return String.join(" ", parts);
  }

  /** Sets what {@link #write} wrote; columns that the text does not name stay as they are. */
  public static void read(String text, TableColumnModel columns) {
    int target = 0;
    for (String part : text.split(" ", -1)) {
      int colon = part.indexOf(':');
      if (colon > 0 && isColumn(part.substring(0, colon))) {
        SessionColumn column = SessionColumn.valueOf(part.substring(0, colon));
        int index = columns.getColumnIndex(column);
        setWidth(columns.getColumn(index), part.substring(colon + 1));
        columns.moveColumn(index, Math.min(target++, columns.getColumnCount() - 1));
      }
    }
  }

  private static void setWidth(TableColumn column, String width) {
    if (width.matches("\\d{1,4}")) {
      column.setPreferredWidth(
          Math.clamp(Integer.parseInt(width), column.getMinWidth(), MAX_WIDTH));
    }
  }

  private static boolean isColumn(String name) {
    return SessionColumn.all().stream().anyMatch(column -> column.name().equals(name));
  }
}
