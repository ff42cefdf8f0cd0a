package io.fastshot.indexer.simulation;

import io.fastshot.store.Verb;

/** What goes wrong with one request of a handler. */
enum Trouble {
  NONE,
  /** 403. */
  DENIED,
  /** 404 of the bucket. That of a key is never made up: S3 tells the truth about keys. */
  NO_BUCKET,
  /** 409: another write was in the way; not applied. */
  CONFLICT,
  /** 412, and yet applied: somebody on the way sent the request twice. */
  REFUSED_THOUGH_APPLIED,
  /** 503; not applied. */
  THROTTLED,
  /** 200 with an error in its body; not applied. */
  ERROR_IN_OK,
  /** Applied, but nobody learns of it. */
  LOST_ANSWER,
  /** Nobody learns of it; it reaches the store much later, or never. */
  LATE_WRITE,
  /** A listing that ends too early. */
  TRUNCATED_LIST,
  /** The connection breaks in the middle of the body. */
  CUT_BODY,
  /** Applied, and then the function dies. */
  CRASH_AFTER;

  /**
   * How often it is drawn for a request that it fits, where it is drawn at all: the rarer such
   * requests are, the higher, so that each kind of trouble is met in every third schedule at least.
   */
  double rate() {
    return switch (this) {
      case NONE -> 0;
      case DENIED, NO_BUCKET, THROTTLED, LOST_ANSWER, CRASH_AFTER -> 0.02;
      case CUT_BODY -> 0.05;
      case CONFLICT, ERROR_IN_OK, LATE_WRITE -> 0.06;
      case REFUSED_THOUGH_APPLIED -> 0.15;
      case TRUNCATED_LIST -> 0.5;
    };
  }

  /** Whether it can happen to such a request. */
  boolean fits(Pending pending) {
    return switch (pending) {
      case Pending.Request(Verb verb, String _, boolean conditional) ->
          switch (this) {
            case NONE, DENIED, NO_BUCKET, THROTTLED, LOST_ANSWER, CRASH_AFTER -> true;
            case CONFLICT, ERROR_IN_OK -> verb == Verb.PUT;
            case REFUSED_THOUGH_APPLIED -> verb == Verb.PUT && conditional;
            case LATE_WRITE -> verb.isWrite();
            case TRUNCATED_LIST -> verb == Verb.LIST;
            case CUT_BODY -> verb == Verb.GET;
          };
      case Pending.Send _ ->
          this == NONE || this == THROTTLED || this == LOST_ANSWER || this == CRASH_AFTER;
      case Pending.Sleep _, Pending.Answer _ -> this == NONE;
    };
  }
}
