package io.fastshot.store;

import org.jspecify.annotations.Nullable;

/**
 * A part of an object, as HTTP's {@code Range} asks for it. A range longer than the object gives
 * what there is.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-range-requests">RFC 9110, range
 *     requests</a>
 */
public sealed interface ByteRange {

  /** The whole object; no {@code Range} is sent. */
  record Whole() implements ByteRange {}

  /**
   * Bytes {@code first} to {@code last}, both included.
   *
   * @param first 0 or more
   * @param last {@code first} or more
   */
  record Span(long first, long last) implements ByteRange {
    public Span {
      if (first < 0 || last < first) {
        throw new IllegalArgumentException("not a range: " + first + "-" + last);
      }
    }
  }

  /** Bytes {@code first} to the end. */
  record From(long first) implements ByteRange {
    public From {
      if (first < 0) {
        throw new IllegalArgumentException("first is negative: " + first);
      }
    }
  }

  /** The last {@code length} bytes. */
  record Suffix(long length) implements ByteRange {
    public Suffix {
      if (length < 1) {
        throw new IllegalArgumentException("length is below 1: " + length);
      }
    }
  }

  /** The whole object. */
  static ByteRange whole() {
    return new Whole();
  }

  /**
   * {@code length} bytes from {@code offset}.
   *
   * @param offset 0 or more
   * @param length 1 or more
   */
  static ByteRange of(long offset, long length) {
    return new Span(offset, offset + length - 1);
  }

  /** The value of the {@code Range} header; null for the whole object. */
  default @Nullable String header() {
    return switch (this) {
      case Whole _ -> null;
      case Span(long first, long last) -> "bytes=" + first + "-" + last;
      case From(long first) -> "bytes=" + first + "-";
      case Suffix(long length) -> "bytes=-" + length;
    };
  }
}
