package io.fastshot.client.data.catalog;

/** How a refresh went. Every case carries the list to show. */
public sealed interface Refresh {

  /** The list to show. */
  CatalogSnapshot snapshot();

  /** The index is the one that was known. */
  record Unchanged(CatalogSnapshot snapshot) implements Refresh {}

  /** The index is newer. */
  record Updated(CatalogSnapshot snapshot, CatalogDiff diff) implements Refresh {}

  /** The library cannot be reached; the list is the one last read. Ask again later. */
  record Offline(CatalogSnapshot snapshot, String reason) implements Refresh {}

  /** The credentials are missing or may not read the index. */
  record Denied(CatalogSnapshot snapshot, String reason) implements Refresh {}

  /** Something is wrong that asking again does not mend; the reason says what to do. */
  record Failed(CatalogSnapshot snapshot, String reason) implements Refresh {}
}
