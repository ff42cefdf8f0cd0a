package io.fastshot.client.data.search;

import java.util.function.BooleanSupplier;

/** What one part of a search asks of a session. */
@FunctionalInterface
interface Condition {

  /**
   * Whether it holds.
   *
   * @param local whether the session's file is on this machine; asked only if that decides
   */
  boolean holds(SearchableSession session, BooleanSupplier local);

  /** The opposite. */
  default Condition not() {
    return (session, local) -> !holds(session, local);
  }
}
