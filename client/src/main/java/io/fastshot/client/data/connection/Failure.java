package io.fastshot.client.data.connection;

import io.fastshot.store.StoreException;
import java.io.IOException;

/**
 * Why something could not be done.
 *
 * @param kind what to do about it
 * @param reason in words for a person
 */
public record Failure(Kind kind, String reason) {

  /** The next move. */
  public enum Kind {
    /** The library cannot be reached: try again later. */
    OFFLINE,
    /** The credentials are missing or not allowed to do this. */
    DENIED,
    /** Asking again does not help; the reason says what does. */
    FAILED,
    /** The person gave up. */
    CANCELLED
  }

  /** The transfer was cancelled. */
  public static Failure cancelled() {
    return new Failure(Kind.CANCELLED, "cancelled");
  }

  /** Something that trying again does not mend. */
  public static Failure failed(String reason) {
    return new Failure(Kind.FAILED, reason);
  }

  /** The local disk did not do what was asked. */
  public static Failure local(String what, IOException e) {
    return failed(what + ": " + describe(e));
  }

  /** In the words of the store. */
  public static Failure of(StoreException e) {
    String reason = String.valueOf(e.getMessage());
    return switch (e) {
      case StoreException.Unavailable _ -> new Failure(Kind.OFFLINE, reason);
      case StoreException.Denied _ -> new Failure(Kind.DENIED, reason);
      case StoreException.Rejected _ -> failed(reason);
    };
  }

  public static String describe(IOException e) {
    String name = e.getClass().getSimpleName().replace("Exception", "");
    return e.getMessage() == null ? name : name + ": " + e.getMessage();
  }
}
