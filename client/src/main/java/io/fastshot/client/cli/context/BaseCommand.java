package io.fastshot.client.cli.context;

import io.fastshot.client.cli.text.Console;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** What all commands have. */
public abstract class BaseCommand implements Callable<Integer> {
  /** How the help calls what is a name: of a session, a library, a bucket, a function. */
  private static final Pattern NAME = Pattern.compile("\\bNAME\\b");

  private final Console console;

  @Mixin private CommonOptions options = new CommonOptions();
  @Spec private @Nullable CommandSpec spec;

  public BaseCommand(Console console) {
    this.console = console;
  }

  @Override
  public final Integer call() throws Exception {
    requireNames(Objects.requireNonNull(spec, "picocli sets it").commandLine().getParseResult());
    return run(new CommandContext(console, options));
  }

  /** One place for all commands: a new one cannot forget it. */
  private static void requireNames(ParseResult parsed) {
    Stream.<ArgSpec>concat(parsed.matchedPositionals().stream(), parsed.matchedOptions().stream())
        .filter(argument -> NAME.matcher(argument.paramLabel()).find())
        .flatMap(argument -> argument.originalStringValues().stream())
        .forEach(Names::requireName);
  }

  /** Does it; returns the exit code. */
  protected abstract int run(CommandContext context) throws Exception;
}
