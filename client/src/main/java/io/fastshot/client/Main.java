package io.fastshot.client;

import io.fastshot.client.cli.FastshotCommand;
import io.fastshot.client.cli.text.Console;
import io.fastshot.client.windows.WindowsStart;
import java.util.Locale;

/** The program {@code fastshot}: wiring only. */
public final class Main {
  private Main() {}

  /** Runs a command line and ends the process with its exit code. */
  public static void main(String... arguments) {
    // The texts are English, so their numbers are: not those of the locale, which sorts names.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ENGLISH);
    String[] whole = WindowsStart.prepare(arguments);
    System.exit(FastshotCommand.run(Console.system(), whole));
  }
}
