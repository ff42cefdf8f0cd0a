package io.fastshot.client.cli.sessions;

import io.fastshot.client.cli.context.BaseCommand;
import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.client.cli.context.Uses;
import io.fastshot.client.cli.context.Uses.Part;
import io.fastshot.client.cli.output.Listing;
import io.fastshot.client.cli.text.Console;
import io.fastshot.client.cli.text.Json;
import io.fastshot.client.data.connection.Failure;
import io.fastshot.client.text.PlainText;
import io.fastshot.container.FastshotCodec;
import io.fastshot.container.bytes.ByteSource;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.container.read.SessionReading;
import io.fastshot.model.SessionFields;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code fastshot inspect}. */
@Command(
    name = "inspect",
    description = {
      "Read local session files of any format.",
      "An unreadable session is a result (readable: false), not a failure of the command."
    })
@Uses({Part.KEY, Part.JSON})
public final class InspectCommand extends BaseCommand {
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Session files.")
  private List<Path> files = List.of();

  InspectCommand(Console console) {
    super(console);
  }

  @Override
  protected int run(CommandContext context) {
    String key = context.legacyKey();
    FastshotCodec codec = new FastshotCodec(XorMask.ofOptional(key));
    int code = ExitCode.DONE;
    for (Path file : files) {
      try {
        print(context, file, codec.inspect(ByteSource.of(file)));
      } catch (IOException e) {
        context.error(file + " cannot be read: " + Failure.describe(e));
        code = ExitCode.FAILED;
      }
    }
    return code;
  }

  private static void print(CommandContext context, Path file, SessionReading reading) {
    SessionFields fields =
        reading instanceof SessionReading.Readable readable ? readable.fields() : null;
    String reason = reading instanceof SessionReading.Unreadable(String why) ? why : null;
    if (context.json()) {
      Json.print(context.console(), json(file, fields, reason));
    } else if (fields == null) {
      context.console().out().println(file + ": unreadable: " + reason);
    } else {
      context
          .console()
          .out()
          .println(
              "%s: %s, %d images, %s, %s"
                  .formatted(
                      file,
                      PlainText.oneLine(fields.name()),
                      fields.imageCount(),
                      Listing.created(fields.createdAt()),
                      PlainText.oneLine(String.join(",", fields.tags()))));
    }
  }

  private static ObjectNode json(
      Path file, @Nullable SessionFields fields, @Nullable String reason) {
    ObjectNode json = Json.object();
    json.put("file", file.toString());
    json.put("readable", fields != null);
    json.put("reason", reason);
    if (fields == null) {
      for (String field :
          List.of("name", "desc", "tags", "color", "class", "image_count", "created_at")) {
        json.putNull(field);
      }
      return json;
    }
    json.put("name", fields.name());
    json.put("desc", fields.desc());
    fields.tags().forEach(json.putArray("tags")::add);
    json.put("color", fields.color());
    json.put("class", fields.sessionClass());
    json.put("image_count", fields.imageCount());
    json.put("created_at", fields.createdAt());
    return json;
  }
}
