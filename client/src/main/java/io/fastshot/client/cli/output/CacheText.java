package io.fastshot.client.cli.output;

import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.cli.context.CommandException;
import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.client.cli.text.Json;
import io.fastshot.client.cli.text.Sizes;
import io.fastshot.client.cli.text.TextWidth;
import io.fastshot.client.data.cache.CacheProblem;
import io.fastshot.client.data.cache.CacheReport;
import io.fastshot.client.data.cache.CacheRules;
import io.fastshot.client.text.PlainText;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What is said of a cache. */
public final class CacheText {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,6})(kb|mb|gb|tb)");

  private CacheText() {}

  /** What it holds, and which rules it keeps. */
  public static void print(CommandContext context, CacheReport cache, CacheRules rules) {
    if (context.json()) {
      ObjectNode json = Json.object();
      json(json, cache);
      json.put("budget_bytes", rules.budgetBytes());
      new TreeSet<>(rules.kept()).forEach(json.putArray("kept")::add);
      Json.printPretty(context.console(), json);
      return;
    }
    Long budget = rules.budgetBytes();
    line(context, "folder", cache.folder());
    line(context, "list", Sizes.of(cache.catalogBytes()));
    line(context, "details", cache.metaIndexes() + " sessions");
    line(context, "thumbnails", cache.thumbnails() + ", " + Sizes.of(cache.thumbnailBytes()));
    line(context, "downloads", cache.sessions() + ", " + Sizes.of(cache.sessionBytes()));
    line(context, "budget", budget == null ? "none" : Sizes.of(budget));
    new TreeSet<>(rules.kept()).forEach(kept -> line(context, "kept", kept));
    if (cache.unfinished() > 0) {
      line(context, "unfinished", cache.unfinished() + " files");
    }
    cache.problems().forEach(problem -> line(context, "repaired", problem));
  }

  /** The same as a part of another answer. */
  public static void json(ObjectNode json, CacheReport cache) {
    json.put("folder", cache.folder());
    json.put("catalog_bytes", cache.catalogBytes());
    json.put("meta_indexes", cache.metaIndexes());
    json.put("thumbnails", cache.thumbnails());
    json.put("thumbnail_bytes", cache.thumbnailBytes());
    json.put("sessions", cache.sessions());
    json.put("session_bytes", cache.sessionBytes());
    json.put("unfinished", cache.unfinished());
    cache.problems().forEach(json.putArray("problems")::add);
  }

  /** What was found damaged. */
  public static void print(CommandContext context, List<CacheProblem> problems, boolean repaired) {
    if (context.json()) {
      ObjectNode json = Json.object();
      json.put("sound", problems.isEmpty());
      json.put("repaired", repaired);
      var array = json.putArray("damaged");
      for (CacheProblem problem : problems) {
        array.addObject().put("file", problem.file().toString()).put("reason", problem.reason());
      }
      Json.printPretty(context.console(), json);
      return;
    }
    for (CacheProblem problem : problems) {
      String done = repaired ? "set aside, and fetched again when needed: " : "damaged: ";
      context
          .console()
          .out()
          .println(PlainText.oneLine(done + problem.file() + ": " + problem.reason()));
    }
    if (problems.isEmpty()) {
      context.console().out().println("the cache is sound");
    } else if (!repaired) {
      context.note("fastshot cache repair sets these files aside, so that they are fetched again");
    }
  }

  /**
   * The bytes of a budget; null for none.
   *
   * @throws CommandException if the text is neither a size nor "none"
   */
  public static @Nullable Long budget(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.equals("none")) {
      return null;
    }
    Matcher size = SIZE.matcher(lower);
    if (!size.matches()) {
      throw new CommandException(
          ExitCode.USAGE, "a budget is a size, as 500mb or 10gb, or none, and not: " + text);
    }
    long unit =
        switch (size.group(2)) {
          case "kb" -> 1_000L;
          case "mb" -> 1_000_000L;
          case "gb" -> 1_000_000_000L;
          default -> 1_000_000_000_000L;
        };
    return Long.parseLong(size.group(1)) * unit;
  }

  private static void line(CommandContext context, String label, String value) {
    context
        .console()
        .out()
        .println((TextWidth.pad(label, 12) + PlainText.oneLine(value)).stripTrailing());
  }
}
