package io.fastshot.client.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** What all commands have. */
abstract class BaseCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CommonOptions options = new CommonOptions();

  BaseCommand(Console console) {
    this.console = console;
  }

  @Override
  public final Integer call() throws Exception {
    return run(new CommandContext(console, options));
  }

  /** Does it; returns the exit code. */
  abstract int run(CommandContext context) throws Exception;
}
