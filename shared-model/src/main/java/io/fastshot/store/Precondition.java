package io.fastshot.store;

/**
 * What must hold of an object for a request on it to take effect.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-requests.html">S3
 *     conditional requests</a>
 */
public sealed interface Precondition {

  /** Nothing: the request always takes effect. */
  record None() implements Precondition {}

  /** There is no object of that key ({@code If-None-Match: *}). */
  record Absent() implements Precondition {}

  /** The object still has this ETag ({@code If-Match}). */
  record Matches(ETag etag) implements Precondition {}

  /**
   * The object has another ETag than this one, or is absent ({@code If-None-Match: etag}). Reads
   * only.
   */
  record Differs(ETag etag) implements Precondition {}

  /** Nothing. */
  static Precondition none() {
    return new None();
  }

  /** There is no object of that key. */
  static Precondition absent() {
    return new Absent();
  }

  /** The object still has this ETag. */
  static Precondition matches(ETag etag) {
    return new Matches(etag);
  }

  /** The object has another ETag than this one. */
  static Precondition differs(ETag etag) {
    return new Differs(etag);
  }
}
