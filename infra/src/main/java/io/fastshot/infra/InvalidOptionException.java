package io.fastshot.infra;

/** An option of the deployment cannot be used; the message says what is accepted. */
final class InvalidOptionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidOptionException(String message) {
    super(message);
  }
}
