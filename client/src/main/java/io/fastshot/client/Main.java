package io.fastshot.client;

import io.fastshot.client.cli.FastshotCommand;
import io.fastshot.client.cli.text.Console;

/** The program {@code fastshot}: wiring only. */
public final class Main {
  private Main() {}

  /** Runs a command line and ends the process with its exit code. */
  public static void main(String... arguments) {
    System.exit(FastshotCommand.run(Console.system(), arguments));
  }
}
