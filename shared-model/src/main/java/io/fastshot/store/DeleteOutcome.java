package io.fastshot.store;

/** The expected outcomes of a removal; failures are {@link StoreException}s. */
public sealed interface DeleteOutcome {

  /** There is no such object now (S3 does not tell whether there was one). */
  record Gone() implements DeleteOutcome {}

  /** The object has another ETag than the one asked for; it was not removed. */
  record Conflict() implements DeleteOutcome {}
}
