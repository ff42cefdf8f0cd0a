package io.fastshot.client.cli;

import io.fastshot.client.ClientSettings;
import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.cli.text.Console;
import io.fastshot.client.ui.system.StartDialogs;
import io.fastshot.model.SessionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the program starts where no terminal is: by its icon (no arguments; an installed launcher
 * says so by {@code -Dfastshot.desktop=true}), or by a double click on sessions (their files and
 * nothing else).
 *
 * @param arguments those of the command line that is meant
 * @param byDesktop whether nobody may see what is printed
 */
record DesktopStart(List<String> arguments, boolean byDesktop) {
  private static final String DEMO = "demo";
  private static final String QUESTION =
      "No library is known yet. Show the demo: a library of drawn sessions in a cloud on this"
          + " machine?\n\nFor your own library, in a terminal: fastshot connect";

  /**
   * Reads a command line; looks at files only if all arguments end as sessions do. Without a known
   * library it asks whether to show the demo; no arguments and {@code byDesktop} mean that the
   * person does not want it.
   *
   * @param installed whether the launcher of an installation started the program
   */
  static DesktopStart of(boolean installed, Console console, String... given) {
    List<String> arguments = List.of(given);
    if (arguments.isEmpty() && installed) {
      return new DesktopStart(byIcon(CommandContext.usualHome(console)), true);
    }
    if (!arguments.isEmpty() && arguments.stream().allMatch(DesktopStart::isSession)) {
      return new DesktopStart(
          Stream.concat(Stream.of("show"), arguments.stream()).toList(), installed);
    }
    return new DesktopStart(arguments, false);
  }

  private static boolean isSession(String argument) {
    try {
      return argument.endsWith(SessionId.SUFFIX) && Files.isRegularFile(Path.of(argument));
    } catch (InvalidPathException _) {
      return false;
    }
  }

  /** The demo needs its cloud, which runs as long as its window is open. */
  private static List<String> byIcon(Path home) {
    try {
      ClientSettings settings = ClientSettings.load(home);
      if (settings.libraries().isEmpty()) {
        return StartDialogs.ask(QUESTION) ? List.of(DEMO) : List.of();
      }
      return List.of(DEMO.equals(settings.chosen()) ? DEMO : "show");
    } catch (IOException _) {
      return List.of("show"); // which will say what is wrong
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  /** Shows what ends the command, if it would else be lost. */
  void tell(String message) {
    if (byDesktop) {
      try {
        StartDialogs.tell(message);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Whether nothing is to be done. */
  boolean isDeclined() {
    return byDesktop && arguments.isEmpty();
  }

  String[] line() {
    return arguments.toArray(String[]::new);
  }
}
