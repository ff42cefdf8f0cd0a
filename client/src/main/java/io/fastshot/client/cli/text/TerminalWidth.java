package io.fastshot.client.cli.text;

import io.fastshot.client.windows.WindowsConsole;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** How many columns the terminal has. */
final class TerminalWidth {
  private static final int USUAL = 80;

  private TerminalWidth() {}

  /** {@code COLUMNS} if set; what the terminal says; without limit where there is none. */
  public static int of(Console console) {
    String columns = console.variable("COLUMNS");
    if (columns.matches("[1-9]\\d{0,4}")) {
      return Integer.parseInt(columns);
    }
    if (!console.interactive()) {
      return Integer.MAX_VALUE;
    }
    return File.separatorChar == '\\' ? WindowsConsole.columns().orElse(USUAL) : asked();
  }

  private static int asked() {
    try {
      Process process =
          new ProcessBuilder("stty", "size")
              .redirectInput(ProcessBuilder.Redirect.INHERIT)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor(1, TimeUnit.SECONDS);
      String[] parts = answer.strip().split(" ", -1);
      return parts.length == 2 && parts[1].matches("[1-9]\\d{0,4}")
          ? Integer.parseInt(parts[1])
          : USUAL;
    } catch (IOException _) {
      return USUAL; // no stty
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return USUAL;
    }
  }
}
