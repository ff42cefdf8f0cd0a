package io.fastshot.client.cli.context;

import io.fastshot.client.data.connection.Failure;
import java.util.List;

/** Ends a command with a message on stderr and an exit code. */
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;
  private final String[] below;

  /**
   * @param message a sentence; it becomes one line
   * @param below lines that are shown below it, laid out already
   */
  public CommandException(int exitCode, String message, String... below) {
    super(message);
    this.exitCode = exitCode;
    this.below = below.clone();
  }

  public static CommandException of(Failure failure) {
    return new CommandException(ExitCode.of(failure), failure.reason());
  }

  List<String> below() {
    return List.of(below);
  }

  int exitCode() {
    return exitCode;
  }
}
