package io.fastshot.pictures;

/** A picture that may be whole, but takes more memory than this program may use for it. */
public final class TooLargeException extends PictureException {
  private static final long serialVersionUID = 1L;

  TooLargeException(String message) {
    super(message);
  }

  TooLargeException(String message, Throwable cause) {
    super(message, cause);
  }
}
