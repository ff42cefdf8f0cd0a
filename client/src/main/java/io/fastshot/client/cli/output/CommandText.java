package io.fastshot.client.cli.output;

import io.fastshot.client.cli.context.CommonOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Commands that a person can copy into a shell: with the options that chose the library this time,
 * and quoted. The legacy key is left out: it is a secret, and the indexer has its own.
 */
final class CommandText {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  private final List<String> choice = new ArrayList<>();

  CommandText(CommonOptions options) {
    add("--endpoint-url", options.endpoint);
    add("--bucket", options.bucket);
    add("--prefix", options.prefix);
    add("--region", options.region);
    add("--profile", options.profile);
    add("--ca-bundle", options.caBundle);
    add("--library", options.library);
    add("--rebuild-function", options.rebuildFunction);
    add("--home", options.home);
  }

  private void add(String name, @Nullable Object value) {
    if (value != null) {
      choice.add(name);
      choice.add(value.toString());
    }
  }

  /**
   * A command line.
   *
   * @param command its words, without the program; what follows a {@code --} are no options
   */
  String of(List<String> command) {
    int operands = command.indexOf("--");
    int options = operands < 0 ? command.size() : operands;
    List<String> words = new ArrayList<>();
    words.add("fastshot");
    words.addAll(command.subList(0, options));
    words.addAll(choice);
    words.addAll(command.subList(options, command.size()));
    return String.join(" ", words.stream().map(CommandText::quoted).toList());
  }

  /** In single quotes, as every POSIX shell reads them. */
  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
