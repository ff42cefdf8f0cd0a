package io.fastshot.client.verify;

/** Follows a comparison and may end it. Called on the thread that compares; must not block. */
public interface Watch {

  /**
   * How far it is.
   *
   * @param what is being done, in a few words
   * @param done of it
   * @param total 0 if not known
   */
  void progress(String what, long done, long total);

  /** Whether to give up. */
  boolean cancelled();

  /** Ends a comparison that was given up. */
  final class CancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CancelledException() {
      super("cancelled");
    }
  }

  /** Throws if the comparison was given up. */
  default void stopIfCancelled() {
    if (cancelled()) {
      throw new CancelledException();
    }
  }
}
