package io.fastshot.client.data.search;

/**
 * A value that sessions have in a field, as it is offered beside the list.
 *
 * @param field a tag, color, class or time
 * @param text as the sessions or the search write it; a year or a month is {@code 2025} or {@code
 *     2025-06}
 * @param count how many of the sessions have it that the search leaves
 * @param mark what the search says of it
 */
public record FacetValue(SearchField field, String text, int count, Mark mark) {

  /** What a search says of a value. */
  public enum Mark {
    /** Nothing. */
    NONE,
    /** Sessions must have it. */
    CHOSEN,
    /** Sessions must not have it. */
    EXCLUDED
  }

  /** The value itself: what one types to find it in a list. */
  @Override
  public String toString() {
    return text;
  }
}
