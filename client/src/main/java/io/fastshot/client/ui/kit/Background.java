package io.fastshot.client.ui.kit;

/**
 * The window's background threads, apart by purpose so that a long transfer never delays a refresh.
 *
 * @param refresh asks for the list; one at a time
 * @param rows filters and sorts; one at a time
 * @param thumbnails loads and decodes small pictures
 * @param changes uploads, downloads, deletes
 * @param other everything else that is short
 */
public record Background(Tasks refresh, Tasks rows, Tasks thumbnails, Tasks changes, Tasks other)
    implements AutoCloseable {

  private static final int THREADS = 3;

  /** Starts them; each thread begins when it is needed. */
  public static Background start() {
    return new Background(
        new Tasks("refresh", 1),
        new Tasks("rows", 1),
        new Tasks("thumbnails", THREADS),
        new Tasks("changes", THREADS),
        new Tasks("other", THREADS));
  }

  @Override
  public void close() {
    refresh.close();
    rows.close();
    thumbnails.close();
    changes.close();
    other.close();
  }
}
