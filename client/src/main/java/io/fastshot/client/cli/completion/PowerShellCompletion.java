package io.fastshot.client.cli.completion;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Completion for PowerShell: a native argument completer over a table of commands and options. */
public final class PowerShellCompletion {
  private static final String COMPLETER =
      """
      Register-ArgumentCompleter -Native -CommandName PROGRAM, PROGRAM.cmd -ScriptBlock {
        param($word, $line, $cursor)
        $command = $line.CommandElements | Select-Object -Skip 1 -First 1 | ForEach-Object { "$_" }
        if ($command -and $command -ne $word -and $words.ContainsKey($command)) {
          $candidates = $words[$command]
        } else {
          $candidates = $words['']
        }
        $candidates | Where-Object { $_ -like "$word*" } | ForEach-Object {
          [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
        }
      }.GetNewClosure()
      """;

  private PowerShellCompletion() {}

  /**
   * The script.
   *
   * @param program the command {@code fastshot} with all its commands
   */
  public static String script(CommandSpec program) {
    StringBuilder script =
        new StringBuilder("# Completion of fastshot for PowerShell.\n$words = @{\n");
    row(script, "", Stream.concat(program.subcommands().keySet().stream(), options(program)));
    program
        .subcommands()
        .forEach((name, line) -> row(script, name, options(line.getCommandSpec())));
    return script.append("}\n").append(COMPLETER.replace("PROGRAM", program.name())).toString();
  }

  private static Stream<String> options(CommandSpec command) {
    return Completable.options(command).stream().map(OptionSpec::names).flatMap(Arrays::stream);
  }

  private static void row(StringBuilder script, String command, Stream<String> words) {
    script.append(
        words
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(", ", "  '" + command + "' = @(", ")\n")));
  }
}
