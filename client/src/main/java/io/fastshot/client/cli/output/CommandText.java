package io.fastshot.client.cli.output;

import io.fastshot.client.cli.context.CommonOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Commands that a person can copy into a shell: with the options that chose the library this time,
 * and quoted. The legacy key is a secret and left out, except for {@code index}: that is the
 * indexer then, which without it would make sessions unreadable.
 */
final class CommandText {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  private static final String INDEX = "index";

  private final List<String> choice = new ArrayList<>();
  private final CommonOptions options;

  CommandText(CommonOptions options) {
    this.options = options;
    add("--endpoint-url", options.endpoint);
    add("--bucket", options.bucket);
    add("--prefix", options.prefix);
    add("--region", options.region);
    add("--profile", options.profile);
    add("--ca-bundle", options.caBundle);
    add("--library", options.library);
    add("--home", options.home);
  }

  private void add(String name, @Nullable Object value) {
    choice.addAll(option(name, value));
  }

  private static List<String> option(String name, @Nullable Object value) {
    return value == null ? List.of() : List.of(name, value.toString());
  }

  /**
   * A command line.
   *
   * @param command its words, without the program; what follows a {@code --} are no options
   */
  String of(List<String> command) {
    int operands = command.indexOf("--");
    int end = operands < 0 ? command.size() : operands;
    List<String> words = new ArrayList<>();
    words.add("fastshot");
    words.addAll(command.subList(0, end));
    words.addAll(choice);
    words.addAll(
        command.getFirst().equals(INDEX)
            ? option("--legacy-key", options.legacyKey)
            : option("--rebuild-function", options.rebuildFunction));
    words.addAll(command.subList(end, command.size()));
    return String.join(" ", words.stream().map(CommandText::quoted).toList());
  }

  /** In single quotes, as every POSIX shell reads them. */
  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
