package io.fastshot.client.data.search;

/**
 * What a part of a search can go on to.
 *
 * @param start of the part in the text of the search, in UTF-16 units
 * @param end behind its last unit
 * @param text what takes its place
 * @param meaning of a field, or empty
 * @param count in how many sessions the value occurs; 0 for a field
 */
public record SearchCompletion(int start, int end, String text, String meaning, int count) {

  /** The whole search with the part replaced. */
  public String applied(String search) {
    return search.substring(0, start) + text + search.substring(end);
  }

  /** Where one goes on typing then. */
  public int caret() {
    return start + text.length();
  }
}
