package io.fastshot.client.cli.sessions;

import io.fastshot.client.cli.context.BaseCommand;
import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.cli.context.Uses;
import io.fastshot.client.cli.context.Uses.Part;
import io.fastshot.client.cli.output.Listing;
import io.fastshot.client.cli.output.Searching;
import io.fastshot.client.cli.text.Console;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fastshot search}. */
@Command(name = "search", description = "List the sessions that match.")
@Uses({Part.LIBRARY, Part.FUNCTION, Part.JSON})
public final class SearchCommand extends BaseCommand implements Searching {
  @Parameters(
      paramLabel = "QUERY",
      arity = "1..*",
      description = "Words and fields that must all hold; fastshot search --help lists them.")
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
    return Listing.print(context, query, cached, refresh);
  }
}
