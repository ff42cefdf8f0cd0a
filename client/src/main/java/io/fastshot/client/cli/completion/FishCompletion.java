package io.fastshot.client.cli.completion;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Completion for the shell fish: one {@code complete} line for each command and option. */
public final class FishCompletion {
  private FishCompletion() {}

  /**
   * The script.
   *
   * @param program the command {@code fastshot} with all its commands
   */
  public static String script(CommandSpec program) {
    StringBuilder script = new StringBuilder("# Completion of fastshot for fish.\n");
    String complete = "complete -c " + program.name();
    for (OptionSpec option : Completable.options(program)) {
      line(script, complete + " -n __fish_use_subcommand", option);
    }
    program
        .subcommands()
        .forEach((name, line) -> {
          CommandSpec command = line.getCommandSpec();
          script.append(complete).append(" -n __fish_use_subcommand -f -a ").append(name);
          script.append(" -d ").append(quoted(Completable.summary(command))).append('\n');
          for (OptionSpec option : Completable.options(command)) {
            line(script, complete + " -n '__fish_seen_subcommand_from " + name + "'", option);
          }
        });
    return script.toString();
  }

  private static void line(StringBuilder script, String start, OptionSpec option) {
    script.append(start);
    for (String name : option.names()) {
      script.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^-+", ""));
    }
    if (option.arity().max() > 0) {
      script.append(" -r");
    }
    if (!Completable.values(option).isEmpty()) {
      script.append(" -f -a ").append(quoted(String.join(" ", Completable.values(option))));
    }
    script.append(" -d ").append(quoted(Completable.summary(option))).append('\n');
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
