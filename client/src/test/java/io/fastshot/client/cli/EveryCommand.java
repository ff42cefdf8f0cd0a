package io.fastshot.client.cli;

import io.fastshot.client.cli.text.Console;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;

/** The commands as the program itself knows them. */
final class EveryCommand {
  private EveryCommand() {}

  /** All of them, by name: a new one cannot be forgotten by a test that walks them. */
  static Map<String, CommandLine> all() {
    return new TreeMap<>(FastshotCommand.line(Console.system()).getSubcommands());
  }

  /** Those that take names of sessions. */
  static List<String> takingNames() {
    return all().entrySet().stream()
        .filter(command ->
            command.getValue().getCommandSpec().positionalParameters().stream()
                .anyMatch(parameter -> parameter.paramLabel().matches(".*\\bNAME\\b.*")))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** A command line with more words at its end. */
  static String[] with(Collection<String> more, String... command) {
    List<String> words = new ArrayList<>(List.of(command));
    words.addAll(more);
    return words.toArray(String[]::new);
  }
}
