package io.fastshot.indexer.simulation;

/** What can happen in a schedule beside the troubles of single requests; counted per schedule. */
enum Happening {
  CRASH_BEFORE,
  FUNCTION_TIMEOUT,
  DUPLICATE_EVENT,
  REDELIVERY,
  OUT_OF_ORDER,
  /** An event, or a write, arrived a minute to an hour late. */
  DELAY,
  LOST_RACE,
  /** A writer looked before its write whether its base was still the newest, and it was not. */
  SECOND_LOOK,
  LATE_LANDING,
  LIVE_CHANGE,
  BAD_FILE,
  CONCURRENT_REBUILDS,
  CANCEL,
  FOREIGN_WRITE,
  DEAD_LETTER
}
