package io.fastshot.client.cli.sessions;

import io.fastshot.client.cli.context.BaseCommand;
import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.client.cli.context.Names;
import io.fastshot.client.cli.context.Uses;
import io.fastshot.client.cli.context.Uses.Part;
import io.fastshot.client.cli.text.Console;
import io.fastshot.client.cli.text.Json;
import io.fastshot.client.cli.text.Sizes;
import io.fastshot.client.cli.text.TextWidth;
import io.fastshot.client.data.Library;
import io.fastshot.client.text.PlainText;
import io.fastshot.container.json.KeyReasons;
import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionMeta;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code fastshot info}. */
@Command(name = "info", description = "Everything known of one session.")
@Uses({Part.LIBRARY, Part.FUNCTION, Part.JSON})
public final class InfoCommand extends BaseCommand {
  @Parameters(paramLabel = "NAME", description = "File name, name, or a part that only one has.")
  private String name = "";

  InfoCommand(Console console) {
    super(console);
  }

  @Override
  protected int run(CommandContext context) {
    try (Library library = context.open()) {
      IndexRow row = Names.find(context.list(library, false), name);
      SessionMeta meta = library.details(row);
      Optional<Path> local = library.localCopy(row);
      if (context.json()) {
        ObjectNode json = Json.of(meta);
        json.put("local_copy", local.map(Path::toString).orElse(null));
        json.put("rev", row.rev());
        if (isCut(row, meta)) {
          json.put("desc_cut", true);
        }
        Json.printPretty(context.console(), json);
      } else {
        print(context.console(), meta, local);
      }
      if (isCut(row, meta)) {
        context.note(
            "long texts are cut: the whole is in the session's meta index, which is missing, cannot"
                + " be read now, or is of another file of this name");
      }
      return ExitCode.DONE;
    }
  }

  /** Whether the row stands in for a meta index that was not to be had or not believed. */
  private static boolean isCut(IndexRow row, SessionMeta shown) {
    return row.descCut() && shown.equals(row.meta());
  }

  private static void print(Console console, SessionMeta meta, Optional<Path> local) {
    SessionFields fields = meta.fields();
    line(console, "file", meta.id().filename());
    line(console, "name", fields.name());
    line(console, "created", String.valueOf(fields.createdAt()));
    line(console, "tags", String.join(", ", fields.tags()));
    line(console, "class", fields.sessionClass());
    line(console, "color", fields.color());
    line(console, "images", Integer.toString(fields.imageCount()));
    line(console, "size", Sizes.of(meta.fileSizeBytes()));
    line(console, "checksum", String.valueOf(meta.checksum()));
    line(console, "on disk", local.map(Path::toString).orElse("no"));
    String degraded = meta.degraded();
    if (degraded != null) {
      line(console, "problem", KeyReasons.unmarked(degraded));
    }
    fields.desc().lines().forEach(text -> line(console, "", text));
  }

  private static void line(Console console, String label, String value) {
    console.out().println((TextWidth.pad(label, 10) + PlainText.oneLine(value)).stripTrailing());
  }
}
