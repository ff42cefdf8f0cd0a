package io.fastshot.store;

/** The verbs of {@link ObjectStore}, for decorators that count or disturb them. */
public enum Verb {
  GET,
  HEAD,
  PUT,
  DELETE,
  COPY,
  LIST;

  /** Whether it changes the bucket. */
  public boolean isWrite() {
    return this == PUT || this == DELETE || this == COPY;
  }
}
