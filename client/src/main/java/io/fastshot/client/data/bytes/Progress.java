package io.fastshot.client.data.bytes;

/** Follows a transfer and may end it. Called on the thread that transfers; must not block. */
@FunctionalInterface
public interface Progress {

  /**
   * Some bytes went over.
   *
   * @param doneBytes since the beginning; never falls within one try, starts again when a transfer
   *     is tried again
   * @param totalBytes of the whole transfer
   */
  void transferred(long doneBytes, long totalBytes);

  /** Whether to give up; asked between pieces of some KiB. */
  default boolean cancelled() {
    return false;
  }

  /** Nobody follows. */
  static Progress none() {
    return (done, total) -> {};
  }
}
