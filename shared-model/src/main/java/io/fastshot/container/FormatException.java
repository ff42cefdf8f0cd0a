package io.fastshot.container;

/**
 * A file is not a session that can be read. The message says what is wrong and what can be done, in
 * words for a person.
 */
public final class FormatException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  public FormatException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** What is wrong and what can be done, in words for a person. */
  public String reason() {
    return reason;
  }
}
