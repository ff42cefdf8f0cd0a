package io.fastshot.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A command that a person is told to run, run as a shell would. */
final class ToldCommand {
  private static final Pattern WORD = Pattern.compile("((?:[^ '\\\\]|'[^']*'|\\\\.)+)");

  private ToldCommand() {}

  static void run(Terminal terminal, String command) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(command);
    while (matcher.find()) {
      String word = matcher.group(1).replaceAll("\\\\(.)", "\u0000$1").replace("'", "");
      words.add(word.replace("\u0000", "'").replace("''", "'"));
    }
    assertThat(words).as(command).startsWith("fastshot");
    String[] arguments = words.subList(1, words.size()).toArray(new String[0]);
    assertThat(terminal.run(arguments)).as(command + "\n" + terminal.err()).isZero();
  }
}
