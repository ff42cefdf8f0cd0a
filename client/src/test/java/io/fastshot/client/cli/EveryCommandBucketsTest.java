package io.fastshot.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.fixtures.Fixtures;
import io.fastshot.localcloud.LocalCloud;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkGlobalTime;
import tools.jackson.databind.JsonNode;

/**
 * All commands, over HTTP, where the bucket is set up in another way than usual, or its clock and
 * this machine's differ. The local cloud answers as AWS does; its functions meet the same.
 */
class EveryCommandBucketsTest {
  private static final String BASE = "20250101000000_f";
  private static final String FILE = BASE + ".fastshot";
  private static final String ARCHIVED = "archived (Glacier); restore it first";

  @TempDir Path folder;

  @AfterEach
  void nothingIsLearned() {
    SdkGlobalTime.setGlobalTimeOffset(0);
  }

  private record Said(int code, String text) {}

  private Walk walk() throws IOException {
    return Walk.in(folder.resolve("files"), BASE, Fixtures.field("report@20260101120000.fastshot"));
  }

  private Terminal terminal(LocalCloud cloud) {
    return Walk.terminal(folder.resolve("home"), cloud.info());
  }

  /** Walks, and ends at the first command that did not what it should. */
  private Map<String, Said> said(Walk walk, LocalCloud cloud, BiConsumer<String, Said> check) {
    Map<String, Said> all = new LinkedHashMap<>();
    walk.commands("n")
        .forEach((command, arguments) -> {
          nothingIsLearned(); // as in a process of its own
          Terminal terminal = terminal(cloud);
          int code = terminal.run(EveryCommand.with(arguments, command));
          Said said = new Said(code, terminal.out() + terminal.err());
          check.accept(command, said);
          all.put(command, said);
        });
    return all;
  }

  private static Said of(Map<String, Said> all, String command) {
    return Objects.requireNonNull(all.get(command), command);
  }

  private static BiConsumer<String, Said> well(String... untrue) {
    return (command, said) -> {
      assertThat(said.code()).as("%s: %s", command, said.text()).isEqualTo(Walk.well(command));
      assertThat(said.text()).as(command).doesNotContain("redentials", "Exception");
      assertThat(said.text()).as(command).doesNotContain(untrue);
    };
  }

  private JsonNode row(LocalCloud cloud) {
    Terminal terminal = terminal(cloud);
    assertThat(terminal.run("ls", "--json")).as(terminal.err()).isZero();
    assertThat(terminal.json()).hasSize(1);
    return terminal.json().path(0);
  }

  private static void nothingIsLeftOver(LocalCloud cloud) throws InterruptedException {
    assertThat(cloud.awaitIdle(Duration.ofMinutes(1))).isTrue();
    assertThat(cloud.stats().dead()).isZero();
  }

  /** The store tells its time with each refusal; nobody is told of what was set right. */
  @ParameterizedTest
  @ValueSource(ints = {20, -20})
  void aClockTwentyMinutesOff(int minutes) throws IOException, InterruptedException {
    Walk walk = walk();
    try (LocalCloud cloud = Walk.cloud(folder.resolve("data"), "clock=" + minutes)) {
      said(walk, cloud, well("clock", "Skewed", "not allowed"));
      assertThat(row(cloud).path("filename").asString("")).isEqualTo(FILE);
      nothingIsLeftOver(cloud);
    }
  }

  /** In, listed, out and back: each of the requests has the checksum that the bucket demands. */
  @Test
  void aBucketWithObjectLock() throws IOException, InterruptedException {
    Walk walk = walk();
    try (LocalCloud cloud = Walk.cloud(folder.resolve("data"), "quirks=object-lock")) {
      Map<String, Said> all = said(walk, cloud, well("refused", "InvalidRequest"));
      for (String command : List.of("ls", "search", "info", "trash")) {
        assertThat(of(all, command).text()).as(command).contains(BASE);
      }
      JsonNode row = row(cloud);
      assertThat(row.path("filename").asString("")).isEqualTo(FILE);
      assertThat(row.path("degraded").asString("")).isEmpty();
      nothingIsLeftOver(cloud);
    }
  }

  private static void archived(String command, Said said) {
    switch (command) {
      case "get", "images", "rm" -> {
        assertThat(said.code()).as("%s: %s", command, said.text()).isEqualTo(ExitCode.FAILED);
        assertThat(said.text()).contains("sessions/" + FILE + " is " + ARCHIVED);
        assertThat(said.text()).doesNotContain("redentials", "Exception");
      }
      case "restore" -> assertThat(said.code()).isEqualTo(ExitCode.NOTHING_MATCHED);
      default -> well("not allowed", "InvalidObjectState").accept(command, said);
    }
  }

  /**
   * It is there: it is listed and nothing is lost. Who needs its bytes says what to do.
   *
   * @param before whether it was listed before it was archived
   */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anArchivedSession(boolean before) throws IOException, InterruptedException {
    Walk walk = walk();
    if (before) {
      try (LocalCloud cloud = Walk.cloud(folder.resolve("data"), "")) {
        assertThat(terminal(cloud).run("put", "--wait", walk.file().toString())).isZero();
      }
    }
    try (LocalCloud cloud = Walk.cloud(folder.resolve("data"), "quirks=sessions-archived")) {
      Map<String, Said> all = said(walk, cloud, EveryCommandBucketsTest::archived);
      for (String command : List.of("ls", "search", "info")) {
        assertThat(of(all, command).text()).as(command).contains(BASE);
      }
      assertThat(of(all, "info").text().contains("archived; restore it first")).isEqualTo(!before);
      JsonNode row = row(cloud);
      assertThat(row.path("filename").asString("")).isEqualTo(FILE);
      assertThat(row.path("degraded").asString("").isEmpty()).isEqualTo(before);
      Terminal deep = terminal(cloud);
      assertThat(deep.run("verify", "--deep", "--settle", "0s")).as(deep.out()).isZero();
      assertThat(deep.out()).contains(FILE + ": not read; restore it first");
      nothingIsLeftOver(cloud);
    }
  }

  /** The walk ends with an index that is right; here nobody but the command writes it. */
  @ParameterizedTest
  @ValueSource(strings = {"clock=20", "quirks=object-lock", "quirks=sessions-archived"})
  void theIndexerAsACommand(String faults) throws IOException {
    Walk walk = walk();
    try (LocalCloud cloud = Walk.store(folder.resolve("data"), faults)) {
      for (List<String> command :
          List.of(List.of("put", walk.file().toString()), List.of("index", "--once"))) {
        nothingIsLearned();
        Terminal terminal = terminal(cloud);
        int code = terminal.run(command.toArray(String[]::new));
        well("not allowed")
            .accept(command.getFirst(), new Said(code, terminal.out() + terminal.err()));
      }
      JsonNode row = row(cloud);
      assertThat(row.path("filename").asString("")).isEqualTo(FILE);
      assertThat(row.path("degraded").asString("").contains("archived; restore it first"))
          .isEqualTo(faults.contains("archived"));
    }
  }
}
