package io.fastshot.store;

/**
 * The verbs of {@link ObjectStore} and {@link io.fastshot.store.parts.PartUploads}, for decorators
 * that count or disturb them.
 */
public enum Verb {
  GET,
  HEAD,
  PUT,
  DELETE,
  COPY,
  LIST,
  BEGIN_PARTS,
  PUT_PART,
  COMPLETE_PARTS,
  ABORT_PARTS,
  LIST_PARTS;

  /** Whether it is one of uploads in parts. */
  public boolean isOfParts() {
    return this.compareTo(BEGIN_PARTS) >= 0;
  }

  /** Whether it changes the bucket. */
  public boolean isWrite() {
    return switch (this) {
      case GET, HEAD, LIST, LIST_PARTS -> false;
      case PUT, DELETE, COPY, BEGIN_PARTS, PUT_PART, COMPLETE_PARTS, ABORT_PARTS -> true;
    };
  }
}
