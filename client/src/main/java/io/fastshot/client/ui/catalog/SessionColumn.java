package io.fastshot.client.ui.catalog;

import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionFields;
import java.util.List;

/** The columns of the list, in their first order. */
public enum SessionColumn {
  THUMBNAIL("", 76, 60),
  NAME("Name", 220, 120),
  DESCRIPTION("Description", 220, 90),
  TAGS("Tags", 128, 84),
  COLOR("Color", 68, 62),
  CLASS("Class", 104, 64),
  IMAGES("Images", 68, 66),
  SIZE("Size", 76, 64),
  CREATED("Created", 144, 90),
  STATE("State", 142, 108);

  private static final List<SessionColumn> ALL = List.of(values());

  private final String title;
  private final int width;
  private final int minWidth;

  SessionColumn(String title, int width, int minWidth) {
    this.title = title;
    this.width = width;
    this.minWidth = minWidth;
  }

  /** All columns, in their first order. */
  public static List<SessionColumn> all() {
    return ALL;
  }

  /** The column at a position of the first order. */
  public static SessionColumn at(int index) {
    return ALL.get(index);
  }

  /** The position in the first order. */
  public int index() {
    return ALL.indexOf(this);
  }

  /** The header; empty for pictures. */
  public String title() {
    return title;
  }

  /** What a screen reader says of the column. */
  public String accessibleName() {
    return this == THUMBNAIL ? "Thumbnail" : title;
  }

  /** The first width, in pixels at 100 %. */
  public int width() {
    return width;
  }

  /** The smallest width, in pixels at 100 %. */
  public int minWidth() {
    return minWidth;
  }

  /** Whether the list can be sorted by it. */
  public boolean isSortable() {
    return this != THUMBNAIL;
  }

  /** Whether a first click sorts large values first: dates, sizes and counts. */
  public boolean isDescendingFirst() {
    return this == CREATED || this == SIZE || this == IMAGES;
  }

  /** What a row is sorted by, small first; compared as unsigned bytes. */
  byte[] sortKey(IndexRow row, RowsRequest request) {
    SessionFields fields = row.meta().fields();
    return switch (this) {
      case THUMBNAIL -> SortKeys.none();
      case NAME -> SortKeys.text(RowTexts.title(row));
      case DESCRIPTION -> SortKeys.text(fields.desc());
      case TAGS -> SortKeys.text(RowTexts.tags(row));
      case COLOR -> SortKeys.plain(fields.color());
      case CLASS -> SortKeys.text(fields.sessionClass());
      case IMAGES -> SortKeys.number(fields.imageCount());
      case SIZE -> SortKeys.number(row.meta().fileSizeBytes());
      case CREATED -> SortKeys.plain(row.created());
      case STATE -> SortKeys.plain(request.stateText(row));
    };
  }
}
