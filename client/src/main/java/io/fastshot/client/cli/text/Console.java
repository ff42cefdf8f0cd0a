package io.fastshot.client.cli.text;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Map;

/**
 * What a command has around it. What it prints as text is cleaned of what a terminal would obey.
 *
 * @param in what the person types
 * @param out data only
 * @param err everything else
 * @param environment the environment variables
 * @param clock the time
 * @param interactive whether a person sits at a terminal and can be asked
 */
public record Console(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    InstantSource clock,
    boolean interactive) {

  /** Whatever is printed as text goes through one gate. */
  public Console {
    out = CleanStream.to(out);
    err = CleanStream.to(err);
  }

  /** The one of this process. */
  public static Console system() {
    return new Console(
        System.in,
        CleanStream.standardOutput(),
        System.err,
        System.getenv(),
        InstantSource.system(),
        isTerminal());
  }

  /** Shows progress in place of what was shown last; for terminals. */
  public void progress(String text) {
    CleanStream.to(err).over(text);
  }

  /**
   * Ends a command: says on stderr if its data did not get out. A reader that has seen enough and
   * went away ({@code | head}) is no failure.
   *
   * @param code how the command ended otherwise
   * @param failed the exit code if that was well, but the data did not get out
   * @return the exit code
   */
  public int finish(int code, int failed) {
    String problem = CleanStream.to(out).problem();
    if (problem == null) {
      return code;
    }
    err.println("fastshot: the output could not be written completely: " + problem);
    return code == 0 ? failed : code;
  }

  /** Java 25 gives no console where there is no terminal, or one that says so. */
  @SuppressWarnings("SystemConsoleNull") // from 25 on it may be null again
  private static boolean isTerminal() {
    java.io.Console console = System.console();
    return console != null && console.isTerminal();
  }

  /** An environment variable; empty if it is not set. */
  public String variable(String name) {
    return environment.getOrDefault(name, "");
  }
}
