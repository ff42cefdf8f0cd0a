package io.fastshot.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.client.cli.context.Uses;
import io.fastshot.client.cli.context.Uses.Part;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** A command has the common options that mean something for it, and no others. */
class UsedOptionsTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.fastshot.client.cli");

  /** What a command that has the options must get to somewhere in its code, and no other. */
  private static final Map<Part, Set<String>> SIGNS =
      Map.of(
          Part.LIBRARY, Set.of("open"),
          Part.JSON, Set.of("json"),
          Part.YES, Set.of("confirm", "announce", "canAsk"));

  private static final Map<Part, String> OPTIONS =
      Map.of(Part.LIBRARY, "--region", Part.JSON, "--json", Part.YES, "--yes");

  @TempDir Path home;

  @Test
  void everyCommandSaysWhichItUsesAndDoes() {
    EveryCommand.all()
        .forEach((name, line) -> {
          Set<Part> said = said(line);
          Set<String> reached = reached(line.getCommandSpec().userObject().getClass());
          if (name.equals("demo")) {
            return; // the library that it shows is its own
          }
          SIGNS.forEach((part, signs) -> {
            assertThat(signs.stream().anyMatch(reached::contains))
                .as("%s uses %s", name, part)
                .isEqualTo(said.contains(part));
            assertThat(line.getCommandSpec().findOption(OPTIONS.get(part)) != null)
                .as("%s has %s", name, part)
                .isEqualTo(said.contains(part));
          });
        });
  }

  private static Set<Part> said(CommandLine line) {
    Uses uses = line.getCommandSpec().userObject().getClass().getAnnotation(Uses.class);
    return Set.copyOf(Arrays.asList(uses.value()));
  }

  /** The methods of the context that a command calls, itself or by what it calls. */
  private static Set<String> reached(Class<?> command) {
    Set<JavaCodeUnit> seen = new HashSet<>();
    Deque<JavaCodeUnit> next = new ArrayDeque<>(CLASSES.get(command).getMethods());
    Set<String> names = new HashSet<>();
    while (!next.isEmpty()) {
      JavaCodeUnit code = next.pop();
      if (code.getOwner().isEquivalentTo(CommandContext.class)) {
        names.add(code.getName());
      } else if (seen.add(code)) {
        Stream.concat(
                code.getCallsFromSelf().stream(), code.getCodeUnitReferencesFromSelf().stream())
            .flatMap(access -> access.getTarget().resolveMember().stream())
            .forEach(target -> next.push((JavaCodeUnit) target));
      }
    }
    return names;
  }

  @Test
  void whatMeansNothingForACommandIsWrongUse() {
    Set<String> common = common();
    assertThat(common).contains("--profile", "--json", "--yes", "--home").hasSizeGreaterThan(12);
    EveryCommand.all()
        .forEach((name, line) -> {
          Set<String> own =
              line.getCommandSpec().options().stream()
                  .map(OptionSpec::longestName)
                  .collect(Collectors.toSet());
          for (String option : common) {
            if (!own.contains(option)) {
              Terminal terminal = new Terminal(home);
              assertThat(terminal.run(required(line, name, option)))
                  .as("%s %s", name, option)
                  .isEqualTo(ExitCode.USAGE);
              assertThat(terminal.err()).as(name).contains("Unknown option", option);
            }
          }
        });
  }

  /** Of the options that are mixed into every command before some are taken away. */
  private static Set<String> common() {
    return EveryCommand.all().values().iterator().next().getMixins().values().stream()
        .map(CommandLine.Model.CommandSpec::forAnnotatedObject)
        .flatMap(spec -> spec.options().stream())
        .map(OptionSpec::longestName)
        .collect(Collectors.toSet());
  }

  private static String[] required(CommandLine line, String name, String option) {
    List<String> words = new ArrayList<>(List.of(name));
    line.getCommandSpec().options().stream()
        .filter(own -> own.required() && own.group() == null)
        .forEach(own -> words.addAll(List.of(own.longestName(), "x")));
    if (name.equals("index")) {
      words.add("--once");
    }
    line.getCommandSpec().positionalParameters().stream()
        .findFirst()
        .map(first -> first.paramLabel().split("\\|", -1))
        .ifPresent(choices -> words.add(choices.length > 1 ? choices[0] : "x"));
    words.add(option);
    return words.toArray(String[]::new);
  }

  @Test
  void serveHasNoneOfALibraryElsewhere() {
    Terminal terminal = new Terminal(home);
    assertThat(terminal.run("serve", "--help")).isZero();
    assertThat(terminal.out())
        .contains("--data", "--bucket", "--legacy-key")
        .doesNotContain("--profile", "--endpoint-url", "--json", "--yes", "--library ");
  }
}
