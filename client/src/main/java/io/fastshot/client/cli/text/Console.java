package io.fastshot.client.cli.text;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Map;

/**
 * What a command has around it.
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

  /** The one of this process. */
  public static Console system() {
    return new Console(
        System.in, System.out, System.err, System.getenv(), InstantSource.system(), isTerminal());
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
