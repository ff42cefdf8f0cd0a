package io.fastshot.client.cli;

import io.fastshot.client.action.UserAction;
import io.fastshot.client.cli.context.BaseCommand;
import io.fastshot.client.cli.context.CommandFactory;
import io.fastshot.client.cli.context.ErrorReport;
import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.client.cli.context.Uses;
import io.fastshot.client.cli.libraries.CacheCommand;
import io.fastshot.client.cli.libraries.ConnectCommand;
import io.fastshot.client.cli.libraries.DemoCommand;
import io.fastshot.client.cli.libraries.DisconnectCommand;
import io.fastshot.client.cli.libraries.IndexCommand;
import io.fastshot.client.cli.libraries.RebuildCommand;
import io.fastshot.client.cli.libraries.ServeCommand;
import io.fastshot.client.cli.libraries.ShowCommand;
import io.fastshot.client.cli.libraries.StatusCommand;
import io.fastshot.client.cli.libraries.VerifyCommand;
import io.fastshot.client.cli.output.Searching;
import io.fastshot.client.cli.sessions.GetCommand;
import io.fastshot.client.cli.sessions.ImagesCommand;
import io.fastshot.client.cli.sessions.InfoCommand;
import io.fastshot.client.cli.sessions.InspectCommand;
import io.fastshot.client.cli.sessions.LinkCommand;
import io.fastshot.client.cli.sessions.LsCommand;
import io.fastshot.client.cli.sessions.NewCommand;
import io.fastshot.client.cli.sessions.PurgeCommand;
import io.fastshot.client.cli.sessions.PutCommand;
import io.fastshot.client.cli.sessions.RestoreCommand;
import io.fastshot.client.cli.sessions.RmCommand;
import io.fastshot.client.cli.sessions.SearchCommand;
import io.fastshot.client.cli.sessions.TrashCommand;
import io.fastshot.client.cli.text.Console;
import io.fastshot.client.cli.text.Durations;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code fastshot} itself: what there is, and how to run one of its commands. */
@Command(
    name = "fastshot",
    description = "A library of screenshot sessions in an S3 bucket.",
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:failed",
      "2:wrong use",
      "3:nothing matched",
      "4:not authorised",
      "5:offline"
    },
    footerHeading = "%nStart here:%n",
    footer = {
      "  fastshot demo      a window on a library made on the spot",
      "  fastshot deploy    a library in your AWS account; fastshot destroy removes all but the"
          + " sessions"
    })
public final class FastshotCommand implements Callable<Integer> {
  /** All commands, in the order of the help. */
  private static final List<Class<? extends BaseCommand>> COMMANDS =
      List.of(
          DemoCommand.class,
          ServeCommand.class,
          ShowCommand.class,
          LsCommand.class,
          SearchCommand.class,
          InfoCommand.class,
          InspectCommand.class,
          NewCommand.class,
          PutCommand.class,
          GetCommand.class,
          ImagesCommand.class,
          LinkCommand.class,
          RmCommand.class,
          RestoreCommand.class,
          TrashCommand.class,
          PurgeCommand.class,
          RebuildCommand.class,
          StatusCommand.class,
          CacheCommand.class,
          ConnectCommand.class,
          DisconnectCommand.class,
          VerifyCommand.class,
          IndexCommand.class);

  private final Console console;

  @Option(names = "--help", usageHelp = true, description = "Show this help.")
  boolean help;

  @Option(names = "--version", versionHelp = true, description = "Show the version.")
  boolean version;

  @Spec @Nullable CommandSpec spec;

  FastshotCommand(Console console) {
    this.console = console;
  }

  /** Runs a command line; returns its exit code. */
  public static int run(Console console, String... arguments) {
    DesktopStart start =
        DesktopStart.of(Boolean.getBoolean("fastshot.desktop"), console, arguments);
    if (start.isDeclined()) {
      return ExitCode.DONE;
    }
    String[] meant = start.line();
    ErrorReport report = new ErrorReport(console, start::tell);
    boolean lost = report.isUnreadable(meant);
    int code = lost ? ExitCode.USAGE : line(console, report, needed(meant)).execute(meant);
    return console.finish(code, ExitCode.FAILED);
  }

  /** All commands. */
  static CommandLine line(Console console) {
    return line(console, new ErrorReport(console, _ -> {}), COMMANDS);
  }

  /**
   * That command alone which the first argument names: to read the annotations of all takes longer
   * than most of them need. All if it names none.
   */
  private static List<Class<? extends BaseCommand>> needed(String... arguments) {
    for (Class<? extends BaseCommand> command : COMMANDS) {
      if (arguments.length > 0
          && command.getAnnotation(Command.class).name().equals(arguments[0])) {
        return List.of(command);
      }
    }
    return COMMANDS;
  }

  private static CommandLine line(
      Console console, ErrorReport report, List<Class<? extends BaseCommand>> commands) {
    CommandLine line = new CommandLine(new FastshotCommand(console), new CommandFactory(console));
    commands.forEach(line::addSubcommand);
    line.setOut(new PrintWriter(console.out(), true, console.out().charset()));
    line.setErr(new PrintWriter(console.err(), true, console.err().charset()));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.registerConverter(java.time.Duration.class, new Durations());
    line.setExecutionExceptionHandler(report);
    line.setParameterExceptionHandler(report);
    forEach(line);
    return line;
  }

  private static void forEach(CommandLine line) {
    CommandSpec top = line.getCommandSpec();
    for (CommandLine sub : line.getSubcommands().values()) {
      Uses.Removal.from(sub.getCommandSpec());
      sub.getCommandSpec().usageMessage().exitCodeListHeading("%nExit codes:%n");
      sub.getCommandSpec().usageMessage().exitCodeList(top.usageMessage().exitCodeList());
      sub.getCommandSpec().usageMessage().sortOptions(false);
      if (sub.getCommand() instanceof Searching) {
        Searching.prepare(sub.getCommandSpec());
      }
      inTheWindow(sub.getCommandSpec());
    }
  }

  /** Who knows the command finds it in the window, too. */
  private static void inTheWindow(CommandSpec command) {
    String actions =
        Arrays.stream(UserAction.values())
            .filter(action -> action.command().filter(command.name()::equals).isPresent())
            .map(action -> action.title().replace("…", ""))
            .collect(Collectors.joining(", "));
    if (!actions.isEmpty()) {
      List<String> footer = new ArrayList<>(List.of(command.usageMessage().footer()));
      footer.addAll(List.of("", "In the window: " + actions));
      command.usageMessage().footer(footer.toArray(String[]::new));
    }
  }

  @Override
  public Integer call() {
    Objects.requireNonNull(spec, "picocli sets it").commandLine().usage(console.err());
    return ExitCode.USAGE;
  }
}
