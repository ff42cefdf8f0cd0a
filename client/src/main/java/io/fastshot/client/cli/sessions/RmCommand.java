package io.fastshot.client.cli.sessions;

import io.fastshot.client.cli.context.BaseCommand;
import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.client.cli.context.Names;
import io.fastshot.client.cli.context.Uses;
import io.fastshot.client.cli.context.Uses.Part;
import io.fastshot.client.cli.output.Outcomes;
import io.fastshot.client.cli.text.Console;
import io.fastshot.client.cli.text.Sizes;
import io.fastshot.client.data.Library;
import io.fastshot.client.data.trash.DeleteOutcome;
import io.fastshot.client.data.trash.TrashEntry;
import io.fastshot.model.IndexRow;
import io.fastshot.model.RebuildState;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fastshot rm}. */
@Command(
    name = "rm",
    description = "Move sessions to Recently deleted; fastshot restore takes them back.")
@Uses({Part.LIBRARY, Part.FUNCTION, Part.JSON, Part.YES})
public final class RmCommand extends BaseCommand {
  private static final Duration INDEX_PATIENCE = Duration.ofSeconds(60);

  @Parameters(
      paramLabel = "NAME",
      arity = "1..*",
      description = {
        "File names, names, or parts that only one session has.",
        "Parts only where it can ask: at a terminal, without --yes and --json."
      })
  private List<String> names = List.of();

  @Option(names = "--wait", description = "Until the index no longer shows them.")
  private boolean wait;

  RmCommand(Console console) {
    super(console);
  }

  @Override
  protected int run(CommandContext context) {
    try (Library library = context.open()) {
      List<IndexRow> rows = Names.findForChange(context, context.list(library, true), names);
      rows.forEach(row -> context.announce("to be deleted: " + described(row)));
      if (!context.confirm(
          "Delete " + (rows.size() == 1 ? "it" : rows.size() + " sessions") + "?")) {
        return ExitCode.FAILED;
      }
      int code = ExitCode.DONE;
      Set<SessionId> gone = new LinkedHashSet<>();
      for (IndexRow row : rows) {
        int one = delete(context, library, row);
        code = Math.max(code, one);
        if (one == ExitCode.DONE) {
          gone.add(row.id());
        }
      }
      Set<SessionId> shown = wait ? library.awaitRemoved(gone, INDEX_PATIENCE) : Set.of();
      if (!shown.isEmpty()) {
        context.error(
            "deleted, but still in the index: "
                + shown
                + ". If that stays: "
                + library.mending().learned().advice(RebuildState.Mode.CHECK));
        code = Math.max(code, ExitCode.FAILED);
      }
      return code;
    }
  }

  private static String described(IndexRow row) {
    SessionMeta meta = row.meta();
    return "%s \"%s\", %s"
        .formatted(row.id().filename(), meta.fields().name(), Sizes.of(meta.fileSizeBytes()));
  }

  private static int delete(CommandContext context, Library library, IndexRow row) {
    return switch (library.delete(row)) {
      case DeleteOutcome.Deleted(TrashEntry undo) -> done(context, undo.id(), "deleted");
      case DeleteOutcome.AlreadyGone(SessionId id) -> done(context, id, "already_gone");
      case DeleteOutcome.ChangedMeanwhile(var _, String reason) -> {
        context.error(reason);
        yield ExitCode.FAILED;
      }
      case DeleteOutcome.Failed(var failure) -> {
        context.error(row.id() + ": " + failure.reason());
        yield ExitCode.of(failure);
      }
    };
  }

  private static int done(CommandContext context, SessionId id, String outcome) {
    Outcomes.print(context, id, outcome);
    return ExitCode.DONE;
  }
}
