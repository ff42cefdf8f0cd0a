package io.fastshot.client.cli.context;

import io.fastshot.client.data.connection.Failure;

/** Ends a command with a message on stderr and an exit code. */
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  public CommandException(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  public static CommandException of(Failure failure) {
    return new CommandException(ExitCode.of(failure), failure.reason());
  }

  int exitCode() {
    return exitCode;
  }
}
