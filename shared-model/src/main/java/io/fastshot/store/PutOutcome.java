package io.fastshot.store;

/** The expected outcomes of a write; failures are {@link StoreException}s. */
public sealed interface PutOutcome {

  /** The object was written. */
  record Installed(ETag etag) implements PutOutcome {}

  /**
   * The precondition did not hold (412, or 404 for {@code If-Match} on an absent key), or a
   * concurrent write was in the way (409). This request was not applied; an earlier try of it whose
   * answer was lost may have been.
   */
  record Conflict() implements PutOutcome {}
}
