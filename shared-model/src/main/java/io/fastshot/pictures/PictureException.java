package io.fastshot.pictures;

import java.io.IOException;

/**
 * A picture that cannot be shown. The message says why and follows the picture's name: {@code "ends
 * in the middle"}.
 */
public class PictureException extends IOException {
  private static final long serialVersionUID = 1L;

  public PictureException(String message) {
    super(message);
  }

  public PictureException(String message, Throwable cause) {
    super(message, cause);
  }
}
