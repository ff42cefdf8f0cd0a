package io.fastshot.client.cli.sessions;

import io.fastshot.client.cli.context.BaseCommand;
import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.cli.context.Uses;
import io.fastshot.client.cli.context.Uses.Part;
import io.fastshot.client.cli.output.Listing;
import io.fastshot.client.cli.text.Console;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fastshot search}. */
@Command(name = "search", description = "List the sessions that match.")
@Uses({Part.LIBRARY, Part.FUNCTION, Part.JSON})
public final class SearchCommand extends BaseCommand {
  @Parameters(paramLabel = "QUERY", arity = "1..*", description = "Words that must all occur.")
  private List<String> query = List.of();

  @Option(names = "--cached", description = "No network: the list as last read.")
  private boolean cached;

  @Option(names = "--refresh", description = "Fail when the list cannot be brought up to date.")
  private boolean refresh;

  SearchCommand(Console console) {
    super(console);
  }

  @Override
  protected int run(CommandContext context) {
    return Listing.print(context, String.join(" ", query), cached, refresh);
  }
}
