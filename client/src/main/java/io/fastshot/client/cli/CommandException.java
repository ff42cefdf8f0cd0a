package io.fastshot.client.cli;

import io.fastshot.client.data.Failure;

/** Ends a command with a message on stderr and an exit code. */
final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  CommandException(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  static CommandException of(Failure failure) {
    return new CommandException(ExitCode.of(failure), failure.reason());
  }

  int exitCode() {
    return exitCode;
  }
}
