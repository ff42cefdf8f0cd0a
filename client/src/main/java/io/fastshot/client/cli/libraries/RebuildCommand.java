package io.fastshot.client.cli.libraries;

import io.fastshot.client.cli.context.BaseCommand;
import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.cli.context.CommandException;
import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.client.cli.context.Names;
import io.fastshot.client.cli.context.Uses;
import io.fastshot.client.cli.context.Uses.Part;
import io.fastshot.client.cli.tasks.RebuildWait;
import io.fastshot.client.cli.text.Console;
import io.fastshot.client.cli.text.Json;
import io.fastshot.client.cli.text.Sizes;
import io.fastshot.client.data.Library;
import io.fastshot.client.data.rebuild.RebuildOutcome;
import io.fastshot.client.data.rebuild.Rebuilds;
import io.fastshot.model.RebuildState.Mode;
import io.fastshot.model.SessionId;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code fastshot rebuild}. */
@Command(
    name = "rebuild",
    description = {
      "Have the library's indexes made anew by the indexer.",
      "  all      every session is read, or the named ones",
      "  overall  the list is made of the sessions' meta indexes",
      "  check    only where the bucket and the list differ",
      "  cancel   end the rebuild that runs"
    })
@Uses({Part.LIBRARY, Part.FUNCTION, Part.JSON, Part.YES})
public final class RebuildCommand extends BaseCommand {
  /** What is asked for. */
  enum What {
    ALL,
    OVERALL,
    CHECK,
    CANCEL
  }

  @Parameters(index = "0", paramLabel = "all|overall|check|cancel", description = "See above.")
  private What what = What.CHECK;

  @Parameters(index = "1..*", paramLabel = "NAME", description = "Only these sessions.")
  private List<String> names = List.of();

  @Option(names = "--dry-run", description = "Say what would be done.")
  private boolean dryRun;

  @Option(
      names = "--force",
      description = "Also if a rebuild is running: it is superseded by this one.")
  private boolean force;

  @Option(names = "--wait", description = "Until it is done; progress on stderr.")
  private boolean wait;

  RebuildCommand(Console console) {
    super(console);
  }

  @Override
  protected int run(CommandContext context) throws InterruptedException {
    try (Library library = context.open()) {
      Rebuilds rebuilds = library.rebuilds();
      if (what == What.CANCEL) {
        return print(context, answered(rebuilds.cancel()));
      }
      List<SessionId> keys = names.isEmpty() ? List.of() : keys(context, library);
      Mode mode = keys.isEmpty() ? Mode.valueOf(what.name()) : Mode.KEYS;
      if (dryRun) {
        return print(context, answered(rebuilds.preview(mode, keys)));
      }
      if (!confirmed(context, rebuilds, mode, keys)) {
        return ExitCode.FAILED;
      }
      RebuildOutcome.Answered started =
          answered(force ? rebuilds.supersede(mode, keys) : rebuilds.start(mode, keys));
      int code = print(context, started);
      if (started.status().equals("already_running")) {
        context.note("another rebuild is running, nothing was started; --force supersedes it");
      }
      String id = started.id();
      // "done" had nothing to look at and stands in no index: there is nothing to wait for.
      return wait && id != null && !started.status().equals("done")
          ? new RebuildWait(context, library).until(id)
          : code;
    }
  }

  private static boolean confirmed(
      CommandContext context, Rebuilds rebuilds, Mode mode, List<SessionId> keys) {
    if (context.options().yes || !context.console().interactive()) {
      return true;
    }
    RebuildOutcome.Answered plan = answered(rebuilds.preview(mode, keys));
    return context.confirm(
        "Look at %d sessions (%s to read, about %d s)?"
            .formatted(plan.nominated(), Sizes.of(plan.bytes()), plan.estimate().toSeconds()));
  }

  /** A name that the list does not have is taken for a file name: the list may lack it. */
  private List<SessionId> keys(CommandContext context, Library library) {
    var list = context.list(library, false);
    return names.stream()
        .map(name ->
            SessionId.isSessionFilename(name)
                ? SessionId.ofFilename(name)
                : Names.find(list, name).id())
        .distinct()
        .toList();
  }

  private static RebuildOutcome.Answered answered(RebuildOutcome outcome) {
    return switch (outcome) {
      case RebuildOutcome.Answered answer -> answer;
      case RebuildOutcome.Failed(var failure) -> throw CommandException.of(failure);
    };
  }

  private static int print(CommandContext context, RebuildOutcome.Answered answer) {
    if (context.json()) {
      ObjectNode json = Json.object();
      json.put("status", answer.status());
      json.put("id", answer.id());
      json.put("mode", answer.mode());
      json.put("nominated", answer.nominated());
      json.put("bytes", answer.bytes());
      json.put("parts", answer.parts());
      json.put("estimate_seconds", answer.estimate().toSeconds());
      Json.print(context.console(), json);
    } else {
      context
          .console()
          .out()
          .println(
              "%s: %d sessions, %s to read, about %d s"
                  .formatted(
                      answer.status().replace('_', ' ').toLowerCase(Locale.ROOT),
                      answer.nominated(),
                      Sizes.of(answer.bytes()),
                      answer.estimate().toSeconds()));
    }
    return ExitCode.DONE;
  }
}
