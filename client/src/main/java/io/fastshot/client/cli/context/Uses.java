package io.fastshot.client.cli.context;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Which of the {@link CommonOptions} mean something for a command: it has no others, but those that
 * a script may set for all of its calls.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Uses {
  Part[] value();

  /** Options that are used together. */
  enum Part {
    /** A library is opened: where it is, and how it is reached. */
    LIBRARY(
        "--endpoint-url",
        "--bucket",
        "--prefix",
        "--region",
        "--profile",
        "--ca-bundle",
        "--library"),
    /** Its rebuild function is asked, or advised. */
    FUNCTION("--rebuild-function"),
    /** Session files are read or written. */
    KEY("--legacy-key"),
    /** Data is printed. */
    JSON("--json"),
    /** Something may be asked. */
    YES("--yes"),
    /** Single ones of {@link #LIBRARY}, for what opens none. */
    ENDPOINT("--endpoint-url"),
    BUCKET("--bucket"),
    PROFILE("--profile"),
    NAME("--library");

    @SuppressWarnings("ImmutableEnumChecker") // List.of is
    private final List<String> options;

    Part(String... options) {
      this.options = List.of(options);
    }
  }

  /** Takes the common options away that a command does not use. */
  final class Removal {
    /** What a script may set for all of its calls. */
    private static final Set<String> EVERYWHERE = Set.of("--home", "--quiet", "--help");

    private Removal() {}

    /**
     * Of one command.
     *
     * @throws IllegalStateException if it does not say which it uses
     */
    public static void from(CommandSpec command) {
      Uses uses = command.userObject().getClass().getAnnotation(Uses.class);
      if (uses == null) {
        throw new IllegalStateException(command.name() + " does not say which options it @Uses");
      }
      Set<String> used =
          Arrays.stream(uses.value())
              .flatMap(part -> part.options.stream())
              .collect(Collectors.toSet());
      used.addAll(EVERYWHERE);
      for (CommandSpec common : command.mixins().values()) {
        for (OptionSpec option : common.options()) {
          if (!used.contains(option.longestName())) {
            command.remove(command.findOption(option.longestName()));
          }
        }
      }
    }
  }
}
