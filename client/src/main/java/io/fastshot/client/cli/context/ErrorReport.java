package io.fastshot.client.cli.context;

import io.fastshot.client.cli.text.Console;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what ends a command into words on stderr and an exit code. */
public final class ErrorReport implements IExecutionExceptionHandler {
  private final Console console;

  public ErrorReport(Console console) {
    this.console = console;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed)
      throws Exception {
    if (e instanceof CommandException expected) {
      console.err().println("fastshot: " + expected.getMessage());
      return expected.exitCode();
    }
    if (e instanceof java.io.IOException) {
      console.err().println("fastshot: " + e.getClass().getSimpleName() + ": " + e.getMessage());
      return ExitCode.FAILED;
    }
    throw e;
  }
}
