package io.fastshot.client.data.journal;

/** Where a transfer stands, as the journal knows it. */
public enum Stage {
  /** It is to be done, or is being done. */
  WANTED,
  /** A person stopped it for now. */
  PAUSED,
  /** It ended without success, and does not go on by itself. */
  FAILED,
  /** It is done. */
  DONE,
  /** It is not wanted any more; what it left in the store is still to be removed. */
  CANCELLED
}
