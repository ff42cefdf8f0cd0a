package io.fastshot.client.ui.catalog;

/** What goes on with one session because of this window. */
public sealed interface Activity {

  /** Its file comes to this machine. */
  record Downloading(long doneBytes, long totalBytes) implements Activity {}

  /** Its file goes to the library. */
  record Uploading(long doneBytes, long totalBytes) implements Activity {}

  /**
   * Its file is in the library, and its row is not yet in the index.
   *
   * @param sinceRev the index's version before; a newer row of the session ends this
   */
  record Indexing(long sinceRev) implements Activity {}

  /** It is being moved to the trash. */
  record Deleting() implements Activity {}

  /**
   * It is in the trash, and the index still lists it.
   *
   * @param sinceRev the index's version before; a newer row of the session ends this
   */
  record Deleted(long sinceRev) implements Activity {}

  /** It comes back from the trash. */
  record Restoring() implements Activity {}

  /** Whether the user can stop it. */
  default boolean isTransfer() {
    return this instanceof Downloading || this instanceof Uploading;
  }
}
