package io.fastshot.store;

import org.jspecify.annotations.Nullable;

/**
 * A request to the store failed. The subclasses tell the caller's next move; the message is for a
 * person.
 */
public abstract sealed class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private StoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /**
   * No usable answer: 5xx, 429, a time-out, a broken connection, or 200 with an error in its body.
   * A write may have been applied, or may be applied later. Try again later.
   */
  public static final class Unavailable extends StoreException {
    private static final long serialVersionUID = 1L;

    public Unavailable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * The credentials are missing, wrong or not allowed to do this (401, 403). Nothing was applied.
   * Do not retry.
   */
  public static final class Denied extends StoreException {
    private static final long serialVersionUID = 1L;

    public Denied(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * The store refused the request as wrong: no such bucket, a bad name, a bad checksum. Nothing was
   * applied. Fix the call.
   */
  public static sealed class Rejected extends StoreException permits Archived, UploadGone {
    private static final long serialVersionUID = 1L;

    public Rejected(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** An upload in parts was completed or aborted, or expired. Begin a new one. */
  public static final class UploadGone extends Rejected {
    private static final long serialVersionUID = 1L;

    public UploadGone(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * The object is there, and its bytes are in an archive (403 InvalidObjectState). Nothing was
   * applied. Restore it first.
   */
  public static final class Archived extends Rejected {
    private static final long serialVersionUID = 1L;

    public Archived(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
