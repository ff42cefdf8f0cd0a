package io.fastshot.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.fixtures.Fixtures;
import io.fastshot.localcloud.LocalCloud;
import io.fastshot.localcloud.LocalCloudConfig;
import io.fastshot.localcloud.LocalCloudInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which session a name means, above all where a wrong guess deletes one. */
class WhichSessionTest {
  private static final String FILE = "20250401000000_keep.fastshot";

  @TempDir Path home;
  private final LocalCloud cloud;

  WhichSessionTest(@TempDir Path data) throws IOException {
    cloud = LocalCloud.start(LocalCloudConfig.at(data).withBatchWindow(Duration.ofMillis(20)));
  }

  @BeforeEach
  void upload() throws IOException {
    Path file = Files.copy(Fixtures.field("esc.fastshot"), home.resolve(FILE));
    Terminal terminal = terminal();
    assertThat(terminal.run("put", "--wait", file.toString())).as(terminal.err()).isZero();
  }

  @AfterEach
  void stop() {
    cloud.close();
  }

  private Terminal terminal() {
    LocalCloudInfo info = cloud.info();
    return new Terminal(home)
        .with("AWS_ENDPOINT_URL_S3", info.endpoint().toString())
        .with("AWS_ACCESS_KEY_ID", info.accessKey())
        .with("AWS_SECRET_ACCESS_KEY", info.secretKey());
  }

  private boolean isListed() {
    return terminal().run("search", "_keep") == ExitCode.DONE;
  }

  /** A variable of a script that was never set is no session: asked of every command there is. */
  @Test
  void anEmptyNameIsWrongUseInEveryCommandThatTakesNames() {
    List<String> commands = EveryCommand.takingNames();
    assertThat(commands).contains("rm", "restore", "get", "info", "images", "rebuild");
    for (String command : commands) {
      for (String empty : List.of("", " ", "\t")) {
        Terminal terminal = terminal();
        List<String> more =
            switch (command) {
              case "rebuild" -> List.of("all", FILE, empty);
              case "cache" -> List.of("keep", empty);
              case "images" -> List.of("-o", home.toString(), empty);
              default -> List.of(empty);
            };
        String[] arguments = EveryCommand.with(more, command);
        assertThat(terminal.run(arguments)).as(command).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("empty name");
      }
    }
    assertThat(isListed()).isTrue();
  }

  @Test
  void aPartIsEnoughOnlyWhereItCanBeAsked() {
    for (List<String> how : List.of(List.<String>of(), List.of("--yes"), List.of("--json"))) {
      Terminal script = how.isEmpty() ? terminal() : terminal().typing("y\n");
      assertThat(script.run(EveryCommand.with(how, "rm", "_keep")))
          .isEqualTo(ExitCode.NOTHING_MATCHED);
      assertThat(script.err()).contains("whole name");
      assertThat(isListed()).isTrue();
    }
    Terminal person = terminal().typing("y\n");
    assertThat(person.run("rm", "--wait", "_keep")).as(person.err()).isZero();
    assertThat(person.err()).contains("to be deleted: " + FILE, "Delete it? [y/N]");

    assertThat(terminal().run("restore", "_keep")).isEqualTo(ExitCode.NOTHING_MATCHED);
    assertThat(terminal().typing("").run("restore", "_keep")).isZero();
  }

  /** The meta index went with the session: its name stands in the file. */
  @Test
  void whatWasDeletedComesBackByItsName() {
    Terminal terminal = terminal();
    assertThat(terminal.run("info", "--json", FILE)).isZero();
    String name = terminal.json().path("name").asString("");
    assertThat(FILE).doesNotContain(name);
    assertThat(terminal.run("rm", "--wait", FILE)).as(terminal.err()).isZero();
    assertThat(terminal.run("restore", "nobody")).isEqualTo(ExitCode.NOTHING_MATCHED);
    assertThat(terminal.run("restore", name)).as(terminal.err()).isZero();
    assertThat(terminal.out()).contains(FILE + " restored");
  }

  @Test
  void whatIsDeletedIsSaidAndTheExactNameIsEnough() {
    Terminal terminal = terminal();
    assertThat(terminal.run("info", "--json", FILE)).isZero();
    String name = terminal.json().path("name").asString("");
    assertThat(terminal.run("rm", name)).as(terminal.err()).isZero();
    assertThat(terminal.err()).contains("to be deleted: " + FILE);
    assertThat(terminal.out()).contains(FILE + " deleted");
  }
}
