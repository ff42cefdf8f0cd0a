package io.fastshot.client.cli.context;

import io.fastshot.client.cli.text.Console;
import io.fastshot.client.data.connection.Failure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.util.Objects;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what ends a command into words on stderr and an exit code. */
public final class ErrorReport implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private static final String REPLACEMENT = "\uFFFD";

  private final Console console;
  private final Consumer<String> alsoTold;

  /**
   * Reports to stderr, and elsewhere.
   *
   * @param alsoTold gets what ends a command, as a sentence; for a start without a terminal
   */
  public ErrorReport(Console console, Consumer<String> alsoTold) {
    this.console = console;
    this.alsoTold = alsoTold;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
    return switch (e) {
      case CommandException expected -> {
        said(expected.exitCode(), expected.getMessage());
        expected.below().forEach(console.err()::println);
        yield expected.exitCode();
      }
      case IOException local -> said(ExitCode.FAILED, Failure.describe(local));
      case UncheckedIOException local ->
          said(ExitCode.FAILED, Failure.describe(Objects.requireNonNull(local.getCause())));
      case InvalidPathException path ->
          said(
              ExitCode.FAILED,
              "\""
                  + path.getInput()
                  + "\" can be no name of a file here: "
                  + (isAscii(path.getInput()) ? path.getReason() : localeAdvice()));
      default -> {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        trace.toString().lines().forEach(console.err()::println);
        alsoTold.accept("The program ended by a mistake of its own; in a terminal it says which.");
        yield ExitCode.FAILED;
      }
    };
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    console.err().println("fastshot: " + e.getMessage());
    CommandLine line = e.getCommandLine();
    if (!UnmatchedArgumentException.printSuggestions(e, line.getErr())) {
      line.usage(line.getErr());
    }
    return ExitCode.USAGE;
  }

  private int said(int code, @org.jspecify.annotations.Nullable String message) {
    console.err().println("fastshot: " + message);
    alsoTold.accept(String.valueOf(message));
    return code;
  }

  /**
   * Whether an argument was lost on its way, which is then said: under a locale without UTF-8
   * (cron, containers) each byte of another letter arrives as U+FFFD, and all such names are alike.
   */
  public boolean isUnreadable(String... arguments) {
    if (isUtf8()) {
      return false;
    }
    for (String argument : arguments) {
      if (argument.contains(REPLACEMENT)) {
        console.err().println("fastshot: \"" + argument + "\" cannot be read: " + localeAdvice());
        return true;
      }
    }
    return false;
  }

  /** Refuses a text that is to be kept and has lost letters. */
  public static void requireWhole(String option, String text) {
    if (text.contains(REPLACEMENT)) {
      throw new CommandException(
          ExitCode.USAGE,
          option
              + " \""
              + text
              + "\" has U+FFFD, the sign of letters that were lost on the way here: "
              + (isUtf8() ? "give them as UTF-8" : localeAdvice()));
    }
  }

  private static boolean isUtf8() {
    return System.getProperty("sun.jnu.encoding", "UTF-8")
        .replace("-", "")
        .equalsIgnoreCase("utf8");
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }

  private static String localeAdvice() {
    return "the locale of this process has only the letters of "
        + System.getProperty("sun.jnu.encoding", "ASCII")
        + "; set LC_ALL=C.UTF-8, or another UTF-8 locale of \"locale -a\"";
  }
}
