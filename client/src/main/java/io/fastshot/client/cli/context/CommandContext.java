package io.fastshot.client.cli.context;

import io.fastshot.client.ClientSettings;
import io.fastshot.client.cli.text.Console;
import io.fastshot.client.data.Library;
import io.fastshot.client.data.catalog.CatalogSnapshot;
import io.fastshot.client.data.catalog.Refresh;
import io.fastshot.client.data.connection.Failure;
import io.fastshot.client.data.connection.LibrarySettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the commands share: options, home, the library, notes and questions. */
public final class CommandContext {
  private final Console console;
  private final CommonOptions options;
  private List<String> origins = List.of();

  CommandContext(Console console, CommonOptions options) {
    this.console = console;
    this.options = options;
  }

  public Console console() {
    return console;
  }

  public CommonOptions options() {
    return options;
  }

  public boolean json() {
    return options.json;
  }

  /** The folder of settings and caches. */
  public Path home() {
    Path asked = options.home;
    return asked != null ? asked.toAbsolutePath() : usualHome(console);
  }

  /** The folder of a command line that names none. */
  public static Path usualHome(Console console) {
    String variable = console.variable("FASTSHOT_HOME");
    return variable.isEmpty()
        ? Path.of(System.getProperty("user.home"), ".fastshot")
        : Path.of(variable).toAbsolutePath();
  }

  /** The key of files in the original's format; empty if none is set. */
  public String legacyKey() {
    String asked = options.legacyKey;
    return asked == null ? console.variable("FASTSHOT_LEGACY_KEY") : asked;
  }

  /** The settings of the home. */
  public ClientSettings settings() {
    try {
      return ClientSettings.load(home());
    } catch (IOException e) {
      throw new CommandException(ExitCode.FAILED, Failure.describe(e));
    }
  }

  LibrarySettings librarySettings() {
    LibraryChoice choice = new LibraryChoice(console, options, home());
    LibrarySettings chosen = choice.choose();
    origins = choice.origins();
    return chosen;
  }

  /** Who decided endpoint and region of the library that was opened, in words. */
  public List<String> origins() {
    return origins;
  }

  /**
   * Ends the command if the AWS configuration cannot be understood: no store can be opened then.
   */
  public void checkConfiguration() {
    new AwsChoice(console, options).checkConfiguration();
  }

  /** The endpoint of the options, else of the environment; null if neither names one. */
  public @Nullable URI addressOfThisRun() {
    return new AwsChoice(console, options).addressOfThisRun();
  }

  public Library open() {
    Path caBundle = options.caBundle;
    if (caBundle != null) {
      CaBundle.trust(caBundle);
    }
    return Library.open(librarySettings(), home(), console.clock());
  }

  /** The list as it is now, or as last read, which is then said on stderr. */
  public CatalogSnapshot list(Library library, boolean mustBeFresh) {
    Refresh refresh = library.refresh();
    CatalogSnapshot list = refresh.snapshot();
    String trouble =
        switch (refresh) {
          case Refresh.Unchanged _, Refresh.Updated _ -> "";
          case Refresh.Offline(var _, String reason) -> "offline: " + reason;
          case Refresh.Denied(var _, String reason) -> "not authorised: " + reason;
          case Refresh.Failed(var _, String reason) -> reason;
        };
    int code =
        switch (refresh) {
          case Refresh.Unchanged _, Refresh.Updated _ -> ExitCode.DONE;
          case Refresh.Offline _ -> ExitCode.OFFLINE;
          case Refresh.Denied _ -> ExitCode.NOT_AUTHORISED;
          case Refresh.Failed _ -> ExitCode.FAILED;
        };
    boolean keepable = refresh instanceof Refresh.Offline || refresh instanceof Refresh.Failed;
    boolean usable = list.refreshedAt() != null && keepable && !mustBeFresh;
    if (code != ExitCode.DONE && !usable) {
      throw new CommandException(code, trouble);
    }
    if (code != ExitCode.DONE) {
      note(trouble + "; this is the list as of " + list.refreshedAt());
    }
    if (list.notice() != null) {
      note(list.notice());
    }
    return list;
  }

  /** Something a person may want to know. */
  public void note(String text) {
    if (!options.quiet) {
      console.err().println(text);
    }
  }

  /** What is about to happen: also in quiet if it is to be asked about. */
  public void announce(String text) {
    if (!options.quiet || (console.interactive() && !options.yes)) {
      console.err().println(text);
    }
  }

  /** Something that went wrong. */
  public void error(String text) {
    console.err().println("fastshot: " + text);
  }

  /** Whether a person sees what is about to happen, and can say no. */
  boolean canAsk() {
    return console.interactive() && !options.yes && !options.json;
  }

  /** Asks at a terminal; elsewhere, and with {@code --yes}, nothing is asked. */
  public boolean confirm(String question) {
    if (options.yes || !console.interactive()) {
      return true;
    }
    console.err().print(question + " [y/N] ");
    console.err().flush();
    try {
      String answer =
          new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8))
              .readLine();
      return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    } catch (IOException e) {
      throw new CommandException(ExitCode.FAILED, "no answer: " + Failure.describe(e));
    }
  }
}
