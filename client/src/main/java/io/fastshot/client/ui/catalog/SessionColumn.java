package io.fastshot.client.ui.catalog;

import io.fastshot.model.IndexRow;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** The columns of the list, in their first order. */
public enum SessionColumn {
  THUMBNAIL("", 76, 60),
  NAME("Name", 220, 120),
  DESCRIPTION("Description", 220, 90),
  TAGS("Tags", 128, 84),
  COLOR("Color", 60, 56),
  CLASS("Class", 104, 64),
  IMAGES("Images", 72, 66),
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

  /** Small first; rows that are equal in this column stay as they stand. */
  Comparator<IndexRow> comparator(RowsRequest request) {
    return switch (this) {
      case THUMBNAIL -> (_, _) -> 0;
      case NAME -> Comparator.comparing(RowTexts::title, collator());
      case DESCRIPTION -> Comparator.comparing(row -> row.meta().fields().desc(), collator());
      case TAGS -> Comparator.comparing(RowTexts::tags, collator());
      case COLOR -> Comparator.comparing(row -> row.meta().fields().color());
      case CLASS -> Comparator.comparing(row -> row.meta().fields().sessionClass(), collator());
      case IMAGES -> byNumber(row -> row.meta().fields().imageCount());
      case SIZE -> byNumber(row -> row.meta().fileSizeBytes());
      case CREATED -> Comparator.comparing(RowTexts::createdKey);
      case STATE -> Comparator.comparing(request::stateText);
    };
  }

  private static Comparator<IndexRow> byNumber(ToLongFunction<IndexRow> number) {
    return Comparator.comparingLong(number);
  }

  /** Empty texts last, then as people of this locale sort; safe in one thread only. */
  private static Comparator<String> collator() {
    Collator collator = Collator.getInstance(Locale.getDefault());
    collator.setStrength(Collator.SECONDARY);
    return Comparator.comparing(String::isEmpty).thenComparing(collator::compare);
  }
}
