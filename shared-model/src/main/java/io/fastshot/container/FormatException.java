package io.fastshot.container;

/**
 * A file is not a session that can be read. The message says what is wrong and what can be done, in
 * words for a person.
 */
public final class FormatException extends Exception {
  private static final long serialVersionUID = 1L;

  public FormatException(String message) {
    super(message);
  }
}
