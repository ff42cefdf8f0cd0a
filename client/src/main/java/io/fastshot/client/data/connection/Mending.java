package io.fastshot.client.data.connection;

import io.fastshot.model.RebuildState;
import io.fastshot.store.s3.S3Settings;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the index of a library is brought in order: by its rebuild function or, on a store that runs
 * none, by {@code fastshot index} on any machine. Every advice comes from here, so that none names
 * what does not work there.
 *
 * <p><b>Threads:</b> safe from any number of threads.
 */
public final class Mending {

  /** What does it. */
  public enum By {
    /** The library's rebuild function: {@code fastshot rebuild}. */
    FUNCTION,
    /** The indexer as a command: {@code fastshot index --once}. */
    COMMAND,
    /** The store was not asked yet, or did not answer. */
    UNKNOWN
  }

  private final Supplier<Optional<Boolean>> question;
  private volatile By by;

  /**
   * @param settings on AWS there is a function, without asking
   * @param question asks a store that is not AWS whether it has the function; empty if it did not
   *     answer
   */
  public Mending(LibrarySettings settings, Supplier<Optional<Boolean>> question) {
    this.question = question;
    URI endpoint = settings.endpoint();
    this.by = endpoint == null || S3Settings.isOfAws(endpoint) ? By.FUNCTION : By.UNKNOWN;
  }

  /** What is known. No request. */
  public By by() {
    return by;
  }

  /** The same, knowing more: asks unless it is known, by one request. Blocks its caller. */
  public Mending learned() {
    if (by == By.UNKNOWN) {
      by = question.get().map(there -> there ? By.FUNCTION : By.COMMAND).orElse(By.UNKNOWN);
    }
    return this;
  }

  /** The command for a sentence: "fastshot rebuild overall". */
  public String advice(RebuildState.Mode mode) {
    return advice(mode, null);
  }

  /**
   * As {@link #advice(RebuildState.Mode)}.
   *
   * @param session file name of the one session it is about; null for all of them
   */
  public String advice(RebuildState.Mode mode, @Nullable String session) {
    String function = "fastshot " + String.join(" ", ofFunction(mode, session, List.of()));
    String command = "fastshot " + String.join(" ", ofCommand(mode));
    return switch (by) {
      case FUNCTION -> function;
      case COMMAND -> command;
      case UNKNOWN -> function + ", or where the store runs no functions: " + command;
    };
  }

  /**
   * The words of the command, without the program's name and the options that choose the library;
   * it ends when the work is done. Where nothing is known it is the one that works on every store.
   *
   * @param session as above; what follows a {@code --} are no options
   */
  public List<String> command(RebuildState.Mode mode, @Nullable String session) {
    return by == By.FUNCTION ? ofFunction(mode, session, List.of("--wait")) : ofCommand(mode);
  }

  /** As {@link #command}, for a rebuild that somebody left: it is taken over. */
  public List<String> takingOver(RebuildState.Mode mode) {
    return by == By.FUNCTION
        ? ofFunction(mode, null, List.of("--force", "--wait"))
        : ofCommand(mode);
  }

  private static List<String> ofFunction(
      RebuildState.Mode mode, @Nullable String session, List<String> options) {
    List<String> words = new ArrayList<>(List.of("rebuild", mode.jsonName()));
    words.addAll(options);
    if (session != null && session.startsWith("-")) {
      words.add("--");
    }
    if (session != null) {
      words.add(session);
    }
    return words;
  }

  /** It has no single sessions: it reads all of them. */
  private static List<String> ofCommand(RebuildState.Mode mode) {
    return switch (mode) {
      case CHECK -> List.of("index", "--once");
      case OVERALL -> List.of("index", "--once", "--mode", "overall");
      case ALL, KEYS -> List.of("index", "--once", "--mode", "all");
    };
  }

  /** The part of a sentence that says what does a rebuild's work where there is no function. */
  public static String onAnyMachine(RebuildState.Mode mode) {
    return "what a rebuild does, \"fastshot "
        + String.join(" ", ofCommand(mode))
        + "\" does on any machine";
  }
}
