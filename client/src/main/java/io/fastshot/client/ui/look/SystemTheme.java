package io.fastshot.client.ui.look;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Asks the desktop whether it is dark, by the command that each system has for it. */
public final class SystemTheme {
  private static final long TIMEOUT_SECONDS = 3;

  private SystemTheme() {}

  /**
   * Whether the desktop is dark; empty if it does not say. Blocks for up to {@value
   * #TIMEOUT_SECONDS} seconds.
   */
  public static Optional<Boolean> isDark() throws InterruptedException {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (os.contains("win")) {
      return output(
              "reg",
              "query",
              "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize",
              "/v",
              "AppsUseLightTheme")
          .map(text -> text.contains("0x0"));
    }
    if (os.contains("mac")) {
      // The key is absent, and the command says so by its exit code, while the desktop is light.
      return Optional.of(
          output("defaults", "read", "-g", "AppleInterfaceStyle").orElse("").contains("Dark"));
    }
    return output("gsettings", "get", "org.gnome.desktop.interface", "color-scheme")
        .map(text -> text.contains("dark"));
  }

  private static Optional<String> output(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(List.of(command))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      String text =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return process.exitValue() == 0 && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    } catch (IOException e) {
      System.getLogger(SystemTheme.class.getName())
          .log(System.Logger.Level.DEBUG, "the desktop does not say its theme", e);
      return Optional.empty();
    }
  }
}
