package io.fastshot.json;

import org.jspecify.annotations.Nullable;

/**
 * A document cannot be read: its content is wrong, not the way to it. The message is for a person.
 */
public final class DocumentException extends Exception {
  private static final long serialVersionUID = 1L;

  public DocumentException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
