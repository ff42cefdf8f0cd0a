package io.fastshot.client.cli.context;

import io.fastshot.client.cli.text.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** What all commands have. */
public abstract class BaseCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CommonOptions options = new CommonOptions();

  public BaseCommand(Console console) {
    this.console = console;
  }

  @Override
  public final Integer call() throws Exception {
    return run(new CommandContext(console, options));
  }

  /** Does it; returns the exit code. */
  protected abstract int run(CommandContext context) throws Exception;
}
