package io.fastshot.store.probe;

/** What a store does with a kind of condition. */
public enum Support {
  /** It keeps to it. */
  HOLDS,
  /** It acts as if the condition were not there. */
  IGNORED,
  /** It refuses such requests also where the condition holds. */
  REFUSED,
  /** Nobody could find out. */
  UNKNOWN
}
