package io.fastshot.client.cli.completion;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What of a command a shell completes. */
final class Completable {
  private Completable() {}

  /** The first line of a command's description. */
  static String summary(CommandSpec command) {
    String[] description = command.usageMessage().description();
    return description.length == 0 ? "" : text(description[0]);
  }

  /** The first line of an option's description. */
  static String summary(OptionSpec option) {
    return option.description().length == 0 ? "" : text(option.description()[0]);
  }

  /** The options that the help shows. */
  static List<OptionSpec> options(CommandSpec command) {
    return command.options().stream().filter(option -> !option.hidden()).toList();
  }

  /** The values of an option that has a few; empty if it takes any or none. */
  static List<String> values(OptionSpec option) {
    List<String> values = new ArrayList<>();
    if (option.type().isEnum()) {
      for (Object constant : option.type().getEnumConstants()) {
        values.add(constant.toString());
      }
    } else if (option.completionCandidates() != null) {
      option.completionCandidates().forEach(values::add);
    }
    return values;
  }

  private static String text(String description) {
    return description.formatted().lines().findFirst().orElse("");
  }
}
