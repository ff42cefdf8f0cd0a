package io.fastshot.client.cli.libraries;

import io.fastshot.client.ClientSettings;
import io.fastshot.client.LibraryEntry;
import io.fastshot.client.cli.context.BaseCommand;
import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.cli.context.CommandException;
import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.client.cli.context.Uses;
import io.fastshot.client.cli.context.Uses.Part;
import io.fastshot.client.cli.tasks.StackOutputs;
import io.fastshot.client.cli.text.Console;
import io.fastshot.client.cli.text.Json;
import io.fastshot.client.cli.text.Table;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;

/** {@code fastshot connect}. */
@Command(
    name = "connect",
    description = {
      "Choose the library that all commands and the window use.",
      "With OUTPUTS.json, what a deployed stack wrote, its library is added and chosen; with"
          + " --library NAME one that is known already; with --local the local cloud."
          + " Without any of them the known libraries are listed.",
      "--profile and --endpoint-url are remembered with a library that is added."
    })
@Uses({Part.ENDPOINT, Part.PROFILE, Part.NAME, Part.KEY, Part.JSON})
public final class ConnectCommand extends BaseCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "OUTPUTS.json",
      description = "Outputs of the stack: the CDK's --outputs-file.")
  private @Nullable Path outputs;

  @Option(
      names = "--stack",
      paramLabel = "NAME",
      description = "Which stack, if the file has several.")
  private @Nullable String stack;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What to call the library; default: as the stack.")
  private @Nullable String name;

  @Option(names = "--local", description = "Back to the local cloud.")
  private boolean local;

  ConnectCommand(Console console) {
    super(console);
  }

  @Override
  protected int run(CommandContext context) throws IOException {
    String known = context.options().library;
    int ways = (outputs == null ? 0 : 1) + (known == null ? 0 : 1) + (local ? 1 : 0);
    if (ways > 1) {
      throw new CommandException(
          ExitCode.USAGE, "OUTPUTS.json, --library and --local exclude each other");
    }
    ClientSettings settings = context.settings();
    Path file = outputs;
    if (file != null) {
      return add(context, StackOutputs.read(file, stack));
    }
    if (known != null) {
      return choose(context, settings, known);
    }
    return local ? local(context, settings) : list(context, settings);
  }

  private int add(CommandContext context, StackOutputs stackOutputs) throws IOException {
    ClientSettings saved =
        ClientSettings.change(
            context.home(),
            settings -> {
              LibraryEntry added = entry(context, settings, stackOutputs);
              return settings.with(added).choosing(added.name());
            });
    LibraryEntry entry = saved.libraries().getLast();
    if (context.json()) {
      Json.printPretty(context.console(), entry.toJson(Json.MAPPER));
    }
    context.note(
        "connected to \""
            + entry.name()
            + "\", bucket "
            + entry.bucket()
            + " in "
            + entry.region());
    return ExitCode.DONE;
  }

  private LibraryEntry entry(
      CommandContext context, ClientSettings settings, StackOutputs stackOutputs) {
    LibraryEntry entry =
        new LibraryEntry(
            stackOutputs.stack(),
            null,
            context.addressOfThisRun(),
            stackOutputs.region(),
            stackOutputs.bucket(),
            stackOutputs.prefix(),
            context.options().profile,
            stackOutputs.rebuildFunction(),
            context.options().legacyKey);
    String asked = name;
    if (asked != null) {
      return entry.named(asked);
    }
    Optional<LibraryEntry> same =
        settings.libraries().stream().filter(other -> other.isSamePlaceAs(entry)).findFirst();
    if (same.isPresent()) {
      return entry.named(same.get().name());
    }
    return settings.library(entry.name()).isEmpty()
        ? entry
        : entry.named(entry.name() + " (" + entry.bucket() + ")");
  }

  private static int choose(CommandContext context, ClientSettings settings, String known)
      throws IOException {
    if (settings.library(known).isEmpty()) {
      throw new CommandException(
          ExitCode.NOTHING_MATCHED,
          "there is no library named " + known + "; there are " + names(settings));
    }
    var _ = ClientSettings.change(context.home(), s -> s.choosing(known));
    context.note("connected to \"" + known + "\"");
    return ExitCode.DONE;
  }

  private static int local(CommandContext context, ClientSettings settings) throws IOException {
    String name =
        settings.libraries().stream()
            .filter(entry -> entry.localCloud() != null)
            .map(LibraryEntry::name)
            .findFirst()
            .orElse(null);
    var _ = ClientSettings.change(context.home(), s -> s.choosing(name));
    context.note("connected to the local cloud" + (name == null ? "" : " (\"" + name + "\")"));
    return ExitCode.DONE;
  }

  private static int list(CommandContext context, ClientSettings settings) {
    if (context.json()) {
      ArrayNode array = Json.array();
      for (LibraryEntry entry : settings.libraries()) {
        boolean chosen = entry.name().equals(settings.chosen());
        array.add(entry.toJson(Json.MAPPER).put("chosen", chosen));
      }
      Json.printPretty(context.console(), array);
      return ExitCode.DONE;
    }
    if (settings.libraries().isEmpty()) {
      context.note("no library is known; fastshot connect OUTPUTS.json adds one");
      return ExitCode.DONE;
    }
    Table table = new Table("", "LIBRARY", "BUCKET", "PLACE");
    for (LibraryEntry entry : settings.libraries()) {
      String chosen = entry.name().equals(settings.chosen()) ? "*" : "";
      table.add(chosen, entry.name(), entry.bucket() + " " + entry.prefix(), place(entry));
    }
    table.print(context.console());
    return ExitCode.DONE;
  }

  private static String place(LibraryEntry entry) {
    String data = entry.localCloud();
    URI endpoint = entry.endpoint();
    return data != null
        ? "local cloud " + data
        : endpoint == null ? "AWS " + entry.region() : endpoint.toString();
  }

  private static String names(ClientSettings settings) {
    List<String> names = settings.libraries().stream().map(LibraryEntry::name).toList();
    return names.isEmpty() ? "none" : String.join(", ", names);
  }
}
