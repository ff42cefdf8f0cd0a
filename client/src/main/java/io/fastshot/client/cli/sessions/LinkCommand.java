package io.fastshot.client.cli.sessions;

import io.fastshot.client.cli.context.BaseCommand;
import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.cli.context.CommandException;
import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.client.cli.context.Names;
import io.fastshot.client.cli.context.Uses;
import io.fastshot.client.cli.context.Uses.Part;
import io.fastshot.client.cli.text.Console;
import io.fastshot.client.cli.text.Json;
import io.fastshot.client.data.Library;
import io.fastshot.client.data.SessionLink;
import io.fastshot.model.IndexRow;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code fastshot link}. */
@Command(
    name = "link",
    description = {
      "Make addresses with which anybody can download a session for a while.",
      "An address ends with the credentials that made it, if they end earlier."
    })
@Uses({Part.LIBRARY, Part.FUNCTION, Part.JSON})
public final class LinkCommand extends BaseCommand {
  @Parameters(
      paramLabel = "NAME",
      arity = "1..*",
      description = "File name, name, or a part that only one has.")
  private List<String> names = List.of();

  @Option(
      names = "--expires",
      paramLabel = "DURATION",
      description = "How long they work, such as 30m, 12h or 7d (the most); 1h if not given.")
  private Duration expires = Duration.ofHours(1);

  LinkCommand(Console console) {
    super(console);
  }

  @Override
  protected int run(CommandContext context) {
    if (!expires.isPositive()
        || expires.toSeconds() == 0
        || expires.compareTo(SessionLink.LONGEST) > 0) {
      throw new CommandException(ExitCode.USAGE, "--expires is from 1s to 7d");
    }
    try (Library library = context.open()) {
      List<IndexRow> rows = Names.findAll(context.list(library, false), names);
      List<SessionLink> links = library.links(rows, expires);
      if (context.json()) {
        Json.printArray(context.console(), links, LinkCommand::json);
      } else {
        links.forEach(link -> print(context, link));
      }
    }
    return ExitCode.DONE;
  }

  private static void print(CommandContext context, SessionLink link) {
    context.console().out().println(link.address());
    context.note(
        "works until "
            + link.expires().truncatedTo(ChronoUnit.SECONDS)
            + (link.withCredentials() ? ", when the credentials end" : ""));
  }

  private static ObjectNode json(SessionLink link) {
    ObjectNode json = Json.object();
    json.put("filename", link.id().filename());
    json.put("url", link.address().toString());
    json.put("expires_at", link.expires().truncatedTo(ChronoUnit.SECONDS).toString());
    json.put("expires_with_credentials", link.withCredentials());
    return json;
  }
}
