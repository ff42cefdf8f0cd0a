package io.fastshot.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.localcloud.LocalCloud;
import io.fastshot.localcloud.LocalCloudConfig;
import io.fastshot.localcloud.LocalCloudInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Which library the commands use, and what a stack's outputs have to do with it. */
class ConnectTest {
  private static final String OUTPUTS =
      """
      {"Fastshot":{"LibraryBucketName":"fastshot-1a2b","LibraryPrefix":"team/","LibraryRegion":"eu-central-1",
        "IndexerQueueUrl":"https://sqs.eu-central-1.amazonaws.com/1/q","RebuildFunctionName":"Fastshot-Rebuild:live"}}
      """;

  @TempDir Path home;
  private Terminal terminal = new Terminal(Path.of(""));

  @BeforeEach
  void terminal() {
    terminal = new Terminal(home);
  }

  private String file(String name, String json) throws IOException {
    return Files.writeString(home.resolve(name), json).toString();
  }

  private JsonNode status() {
    terminal.run("status", "--cached", "--json");
    return terminal.json();
  }

  @Test
  void commandsUseTheLibraryOfTheOutputs() throws IOException {
    assertThat(terminal.run("connect", file("outputs.json", OUTPUTS), "--profile", "work"))
        .isZero();
    assertThat(terminal.err()).contains("fastshot-1a2b");

    assertThat(status().path("library").asString("")).isEqualTo("Fastshot");
    assertThat(status().path("bucket").asString("")).isEqualTo("fastshot-1a2b");
    assertThat(status().path("prefix").asString("")).isEqualTo("team/");
    assertThat(status().path("endpoint").isNull()).as("AWS").isTrue();

    assertThat(terminal.run("connect", "--json")).isZero();
    JsonNode only = terminal.json().path(0);
    assertThat(terminal.json()).hasSize(1);
    assertThat(only.path("chosen").asBoolean()).isTrue();
    assertThat(only.path("region").asString("")).isEqualTo("eu-central-1");
    assertThat(only.path("profile").asString("")).isEqualTo("work");
    assertThat(only.path("rebuild_function").asString("")).isEqualTo("Fastshot-Rebuild:live");
  }

  @Test
  void aSecondDeploymentOfTheSameLibraryReplacesTheFirst() throws IOException {
    terminal.run("connect", file("outputs.json", OUTPUTS), "--name", "Screens");
    terminal.run("connect", file("outputs.json", OUTPUTS.replace("Rebuild:live", "New:live")));
    terminal.run("connect", "--json");
    assertThat(terminal.json()).hasSize(1);
    assertThat(terminal.json().path(0).path("name").asString("")).isEqualTo("Screens");
    assertThat(terminal.json().path(0).path("rebuild_function").asString(""))
        .isEqualTo("Fastshot-New:live");
  }

  @Test
  void anotherLibraryOfTheSameStackNameDoesNotReplaceIt() throws IOException {
    terminal.run("connect", file("outputs.json", OUTPUTS));
    terminal.run("connect", file("other.json", OUTPUTS.replace("1a2b", "3c4d")));
    terminal.run("connect", "--json");
    assertThat(terminal.json()).hasSize(2);
    assertThat(status().path("library").asString("")).isEqualTo("Fastshot (fastshot-3c4d)");

    assertThat(terminal.run("connect", "--library", "Fastshot")).isZero();
    assertThat(status().path("bucket").asString("")).isEqualTo("fastshot-1a2b");
  }

  @Test
  void ofSeveralStacksOneIsAskedFor() throws IOException {
    String second = OUTPUTS.strip().replace("{\"Fastshot\"", "").replace("1a2b", "3c4d");
    String both = OUTPUTS.strip().replaceAll("}$", ",\"Team\"") + second;
    String file = file("both.json", both);
    assertThat(terminal.run("connect", file)).isEqualTo(ExitCode.FAILED);
    assertThat(terminal.err()).contains("Fastshot, Team", "--stack");
    assertThat(terminal.run("connect", file, "--stack", "Team")).isZero();
    assertThat(status().path("bucket").asString("")).isEqualTo("fastshot-3c4d");
  }

  @Test
  void whatIsNoOutputsFileIsSaid() throws IOException {
    assertThat(terminal.run("connect", home.resolve("absent.json").toString()))
        .isEqualTo(ExitCode.FAILED);
    assertThat(terminal.err()).contains("there is no file");
    for (String wrong : new String[] {"", "{", "[]", "{\"Other\":{\"Url\":\"x\"}}", "5"}) {
      assertThat(terminal.run("connect", file("wrong.json", wrong))).isEqualTo(ExitCode.FAILED);
      assertThat(terminal.err()).as(wrong).contains("wrong.json");
    }
    assertThat(home.resolve("settings.json")).doesNotExist();
  }

  @Test
  void backToTheLocalCloudAndAway() throws IOException {
    Path data = home.resolve("local-cloud");
    try (LocalCloud cloud = LocalCloud.start(LocalCloudConfig.at(data))) {
      LocalCloudInfo info = cloud.info();
      terminal.run("connect", file("outputs.json", OUTPUTS));
      assertThat(terminal.run("connect", "--local")).isZero();
      assertThat(status().path("endpoint").asString("")).isEqualTo(info.endpoint().toString());

      assertThat(terminal.run("disconnect", "--library", "Fastshot")).isZero();
      assertThat(terminal.run("connect", "--json")).isZero();
      assertThat(terminal.json()).isEmpty();
      assertThat(terminal.run("disconnect")).isEqualTo(ExitCode.NOTHING_MATCHED);
    }
  }

  @Test
  void anotherStoreOfTheEnvironmentIsRememberedAndThenTheSame() throws IOException {
    Terminal there = new Terminal(home).with("AWS_ENDPOINT_URL", "http://127.0.0.1:1");
    assertThat(there.run("connect", file("outputs.json", OUTPUTS))).isZero();
    there.run("status", "--cached", "--json");
    assertThat(there.json().path("bucket").asString("")).isEqualTo("fastshot-1a2b");
    assertThat(status().path("endpoint").asString("")).isEqualTo("http://127.0.0.1:1");

    Terminal elsewhere = new Terminal(home).with("AWS_ENDPOINT_URL", "http://127.0.0.1:2");
    elsewhere.run("status", "--cached", "--json");
    assertThat(elsewhere.json().path("endpoint").asString("")).isEqualTo("http://127.0.0.1:2");
    assertThat(elsewhere.json().path("bucket").asString("")).isEqualTo("fastshot");
  }

  @Test
  void waysToChooseExcludeEachOther() {
    assertThat(terminal.run("connect", "x.json", "--local")).isEqualTo(ExitCode.USAGE);
    assertThat(terminal.run("connect", "--library", "nobody")).isEqualTo(ExitCode.NOTHING_MATCHED);
  }
}
