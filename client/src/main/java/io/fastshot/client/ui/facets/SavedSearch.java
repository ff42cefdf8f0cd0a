package io.fastshot.client.ui.facets;

/**
 * A search under a name.
 *
 * @param name in one line
 * @param query in the language of the search box
 */
record SavedSearch(String name, String query) {

  /** The name: what one types to find it in a list. */
  @Override
  public String toString() {
    return name;
  }
}
