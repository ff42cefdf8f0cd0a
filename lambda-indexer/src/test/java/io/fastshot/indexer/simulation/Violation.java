package io.fastshot.indexer.simulation;

/** A promise of the indexer was broken in a schedule. */
final class Violation extends Error {
  private static final long serialVersionUID = 1L;

  private final String promise;

  /**
   * @param promise which one, such as {@code I1}; shrinking keeps it
   * @param what happened, for a person
   */
  Violation(String promise, String what) {
    super(promise + ": " + what, null, false, false);
    this.promise = promise;
  }

  String promise() {
    return promise;
  }
}
