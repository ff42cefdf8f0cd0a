package io.fastshot.store.fault;

import java.time.Duration;

/** What goes wrong with one call. A fault that does not fit the verb lets the call pass. */
public sealed interface Fault {

  /** Nothing. */
  record None() implements Fault {}

  /** The request does not reach the store: nothing is applied, and the failure is thrown. */
  record NotApplied(Failure failure) implements Fault {}

  /** The request is applied, but its answer is lost: {@code Unavailable}. */
  record LostAnswer() implements Fault {}

  /**
   * A write whose sender gets {@code Unavailable} now, while the request still travels: it reaches
   * the store, and only then is its precondition looked at, just before a later call. Reads are
   * lost.
   *
   * @param afterCalls how many calls come first; 1 or more. {@link Long#MAX_VALUE}: it waits for
   *     {@link FaultyObjectStore#landLate(int)}
   */
  record LateWrite(long afterCalls) implements Fault {
    public LateWrite {
      if (afterCalls < 1) {
        throw new IllegalArgumentException("a late write lands after 1 call at least");
      }
    }
  }

  /** A write that the store gives up because of another one (409); not applied. */
  record WriteConflict() implements Fault {}

  /**
   * A listing that ends too early: only the first entries, and no token, as if there were no more.
   *
   * @param keep 0 or more
   */
  record TruncatedList(int keep) implements Fault {}

  /** The call takes longer, and then has another fault. */
  record Delayed(Duration delay, Fault then) implements Fault {}

  /** The ways in which a request is not applied. */
  enum Failure {
    /** No connection. */
    UNREACHABLE,
    /** 503 SlowDown. */
    THROTTLED,
    /** 403. */
    DENIED
  }

  /** Nothing. */
  static Fault none() {
    return new None();
  }
}
