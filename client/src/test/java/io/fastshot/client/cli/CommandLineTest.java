package io.fastshot.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.cli.context.ExitCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandLineTest {
  @TempDir Path home;

  @Test
  void everyCommandHasHelpWithItsExitCodes() {
    Terminal terminal = new Terminal(home);
    for (String command :
        List.of(
            "demo", "serve", "show", "ls", "search", "info", "inspect", "new", "put", "get",
            "images", "rm", "restore", "trash", "rebuild", "status")) {
      assertThat(terminal.run(command, "--help")).as(command).isZero();
      assertThat(terminal.out())
          .contains("Usage: fastshot " + command)
          .contains("--endpoint-url", "--json", "--home")
          .containsPattern("5 +offline");
    }
  }

  /** The list of the commands shows the first line of each. */
  @Test
  void everyTextOfTheHelpEndsWhereItsSentenceDoes() {
    CommandLine line = FastshotCommand.line(new Terminal(home).console());
    assertThat(line.getSubcommands()).hasSizeGreaterThan(15);
    line.getSubcommands()
        .forEach((name, command) -> {
          var usage = command.getCommandSpec().usageMessage();
          assertThat(List.of(usage.description()))
              .as(name)
              .isNotEmpty()
              .allMatch(text -> text.endsWith(".") || text.startsWith("  "));
          command
              .getCommandSpec()
              .options()
              .forEach(option ->
                  assertThat(List.of(option.description()))
                      .as("%s %s", name, option.longestName())
                      .allMatch(text -> text.endsWith(".")));
        });
  }

  @Test
  void versionIsThatOfTheBuild() {
    Terminal terminal = new Terminal(home);
    assertThat(terminal.run("--version")).isZero();
    assertThat(terminal.out()).matches("(?s)Fastshot Cloud Library [0-9][^$]*Java 2.*");
  }

  @Test
  void wrongUseIsExplained() {
    Terminal terminal = new Terminal(home);
    assertThat(terminal.run()).isEqualTo(ExitCode.USAGE);
    assertThat(terminal.err()).contains("Usage: fastshot", "demo");
    assertThat(terminal.run("ls", "--nonsense")).isEqualTo(ExitCode.USAGE);
    assertThat(terminal.run("serve", "--data", home.toString(), "--faults", "weather=bad"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(terminal.err()).contains("--faults");
  }

  @Test
  void withoutALibraryItSaysHowToStart() {
    Terminal terminal = new Terminal(home);
    assertThat(terminal.run("ls")).isEqualTo(ExitCode.USAGE);
    assertThat(terminal.err()).contains("fastshot demo", "--bucket");
    assertThat(terminal.out()).isEmpty();
  }

  @Test
  void aLibraryThatNeverAnsweredIsOffline() {
    Terminal terminal =
        new Terminal(home).with("AWS_ACCESS_KEY_ID", "a").with("AWS_SECRET_ACCESS_KEY", "b");
    assertThat(terminal.run("ls", "--endpoint-url", "http://127.0.0.1:9"))
        .isEqualTo(ExitCode.OFFLINE);
    assertThat(terminal.out()).isEmpty();
  }
}
