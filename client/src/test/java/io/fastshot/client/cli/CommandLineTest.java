package io.fastshot.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.action.UserAction;
import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.fixtures.Fixtures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
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
          .contains("--home", "--quiet", "--help")
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

  @Test
  void aPortThatIsNoneIsWrongUse() {
    Terminal terminal = new Terminal(home);
    assertThat(terminal.run("serve", "--data", home.toString(), "--port", "70000"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(terminal.err()).contains("--port").hasLineCount(1);
  }

  /** Looked for before anything is drawn. */
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a script of a Unix shell")
  void withoutADisplayTheDemoSaysSoInOneLine() throws Exception {
    for (Map<String, String> environment :
        List.of(Map.<String, String>of(), Map.of("DISPLAY", ":987"))) {
      Path empty = Files.createDirectories(home.resolve("home"));
      Map<String, String> all = new HashMap<>(environment);
      all.put("FASTSHOT_HOME", empty.toString());
      Launched launched = new Launched(home, all);
      assertThat(launched.run("demo")).isEqualTo(ExitCode.FAILED);
      assertThat(launched.err()).contains("DISPLAY", "--headless").hasLineCount(1);
      assertThat(empty).isEmptyDirectory();
      assertThat(launched.run("show")).isEqualTo(ExitCode.FAILED);
      assertThat(launched.err()).contains("DISPLAY").hasLineCount(1);
    }
  }

  /** English texts have the digits of English, whatever the person's language. */
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a script of a Unix shell")
  void numbersAreThoseOfTheText() throws Exception {
    Launched launched =
        new Launched(
            home,
            Map.of(
                "FASTSHOT_HOME",
                home.toString(),
                "JDK_JAVA_OPTIONS",
                "-Duser.language=ar -Duser.country=EG"));
    String session = Fixtures.field("report@20260101120000.fastshot").toString();
    assertThat(launched.run("inspect", session)).isZero();
    assertThat(launched.out()).containsPattern(" [0-9]+ images");
  }

  /**
   * The table of actions and the command line are one: each action's command is there and says so.
   */
  @Test
  void helpOfACommandNamesWhatDoesTheSameInTheWindow() {
    for (UserAction action : UserAction.values()) {
      if (action.command().isPresent()) {
        Terminal terminal = new Terminal(home);
        terminal.run(action.command().get(), "--help");
        assertThat(terminal.out())
            .contains("In the window: ")
            .contains(action.title().replace("…", ""));
      }
    }
  }
}
