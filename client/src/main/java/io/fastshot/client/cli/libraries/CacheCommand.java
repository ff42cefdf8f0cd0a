package io.fastshot.client.cli.libraries;

import io.fastshot.client.cli.context.BaseCommand;
import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.cli.context.CommandException;
import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.client.cli.context.Names;
import io.fastshot.client.cli.context.Uses;
import io.fastshot.client.cli.context.Uses.Part;
import io.fastshot.client.cli.output.CacheText;
import io.fastshot.client.cli.text.Console;
import io.fastshot.client.cli.text.Sizes;
import io.fastshot.client.data.Library;
import io.fastshot.client.data.bytes.Progress;
import io.fastshot.client.data.cache.CachePart;
import io.fastshot.client.data.cache.CacheProblem;
import io.fastshot.client.data.cache.LocalCache;
import io.fastshot.client.data.connection.Failure;
import io.fastshot.model.IndexRow;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fastshot cache}. */
@Command(
    name = "cache",
    description = {
      "The local cache of a library. Makes no request, and removes only what can be fetched again.",
      "  show             what it holds (the default)",
      "  verify           whether that is sound: reads and hashes every download",
      "  repair           the same, and sets damaged files aside",
      "  clear            removes the parts that options name, or all; kept ones stay",
      "  budget SIZE      how large downloads may be together: 500mb, 10gb, none;",
      "                   the least recently used are removed first",
      "  keep NAME...     never remove these downloads",
      "  release NAME...  no longer keep them"
    })
@Uses({Part.LIBRARY, Part.JSON})
public final class CacheCommand extends BaseCommand {
  /** What is asked for. */
  enum What {
    SHOW,
    VERIFY,
    REPAIR,
    CLEAR,
    BUDGET,
    KEEP,
    RELEASE
  }

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "show|verify|repair|clear|budget|keep|release",
      description = "See above.")
  private What what = What.SHOW;

  @Parameters(index = "1..*", paramLabel = "SIZE|NAME", description = "See above.")
  private List<String> words = List.of();

  @Option(names = "--metadata", description = "Clear the list and what was read of sessions.")
  private boolean metadata;

  @Option(names = "--thumbnails", description = "Clear the small pictures.")
  private boolean thumbnails;

  @Option(names = "--sessions", description = "Clear the downloads.")
  private boolean sessions;

  CacheCommand(Console console) {
    super(console);
  }

  @Override
  protected int run(CommandContext context) throws IOException {
    boolean takesWords = what == What.BUDGET || what == What.KEEP || what == What.RELEASE;
    if (takesWords == words.isEmpty() || (what == What.BUDGET && words.size() > 1)) {
      throw new CommandException(
          ExitCode.USAGE,
          takesWords ? what() + " needs " + needed() : what() + " takes no " + words);
    }
    try (Library library = context.open()) {
      LocalCache cache = library.cache();
      return switch (what) {
        case SHOW -> show(context, cache);
        case VERIFY, REPAIR -> verify(context, library);
        case CLEAR -> clear(context, cache);
        case BUDGET -> {
          int removed = cache.budget(CacheText.budget(words.getFirst()));
          context.note(removed + " downloads were removed");
          yield show(context, cache);
        }
        case KEEP, RELEASE -> {
          for (IndexRow row : Names.findAll(library.cached(), words)) {
            cache.keep(row, what == What.KEEP);
          }
          yield show(context, cache);
        }
      };
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.FAILED, "the cache could not be changed: " + Failure.describe(e));
    }
  }

  private String what() {
    return "cache " + what.name().toLowerCase(java.util.Locale.ROOT);
  }

  private String needed() {
    return what == What.BUDGET ? "one SIZE, as 500mb or 10gb, or none" : "names of sessions";
  }

  private static int show(CommandContext context, LocalCache cache) {
    CacheText.print(context, cache.report(), cache.rules());
    return ExitCode.DONE;
  }

  private int verify(CommandContext context, Library library) throws IOException {
    List<CacheProblem> problems =
        library.cache().audit(library.cached().rows(), Progress.none()).stream()
            .filter(CacheProblem::damaged)
            .toList();
    if (what == What.REPAIR) {
      problems.forEach(library.cache()::setAside);
    }
    CacheText.print(context, problems, what == What.REPAIR);
    return problems.isEmpty() || what == What.REPAIR ? ExitCode.DONE : ExitCode.FAILED;
  }

  private int clear(CommandContext context, LocalCache cache) throws IOException {
    Set<CachePart> parts = EnumSet.noneOf(CachePart.class);
    if (metadata) {
      parts.add(CachePart.METADATA);
    }
    if (thumbnails) {
      parts.add(CachePart.THUMBNAILS);
    }
    if (sessions) {
      parts.add(CachePart.SESSIONS);
    }
    long before = bytes(cache);
    int left = cache.clear(parts.isEmpty() ? EnumSet.allOf(CachePart.class) : parts);
    context.note(Sizes.of(Math.max(0, before - bytes(cache))) + " were removed");
    if (left > 0) {
      context.error(left + " files could not be removed: another program may have them open");
    }
    show(context, cache);
    return left == 0 ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static long bytes(LocalCache cache) {
    var report = cache.report();
    return report.catalogBytes() + report.thumbnailBytes() + report.sessionBytes();
  }
}
