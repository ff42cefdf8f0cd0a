package io.fastshot.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.localcloud.LocalCloud;
import io.fastshot.localcloud.LocalCloudConfig;
import io.fastshot.localcloud.LocalCloudInfo;
import io.fastshot.localcloud.demo.DemoLibrary;
import io.fastshot.model.KeyLayout;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.s3.Credentials;
import io.fastshot.store.s3.S3ObjectStore;
import io.fastshot.store.s3.S3Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Each kind of difference is planted, seen, repaired by the command that is told, and gone. */
class VerifyTest {
  private static final int SESSIONS = 12;

  @TempDir static Path data;
  private static @Nullable LocalCloud running;

  @TempDir Path home;
  private Terminal terminal = new Terminal(Path.of(""));

  private static LocalCloud cloud() {
    return Objects.requireNonNull(running, "started before the first test");
  }

  @BeforeAll
  static void start() throws Exception {
    running =
        LocalCloud.start(
            LocalCloudConfig.at(data)
                .withLegacyKey(DemoLibrary.LEGACY_KEY)
                .withBatchWindow(Duration.ofMillis(20)));
    try (ObjectStore store = store()) {
      DemoLibrary.fill(store, KeyLayout.atRoot(), SESSIONS, 1, XorMask.of(DemoLibrary.LEGACY_KEY));
    }
    assertThat(cloud().awaitIdle(Duration.ofMinutes(1))).isTrue();
  }

  @AfterAll
  static void stop() {
    cloud().close();
  }

  @BeforeEach
  void connect() {
    LocalCloudInfo info = cloud().info();
    terminal =
        new Terminal(home)
            .with("AWS_ENDPOINT_URL_S3", info.endpoint().toString())
            .with("AWS_ACCESS_KEY_ID", info.accessKey())
            .with("AWS_SECRET_ACCESS_KEY", info.secretKey())
            .with("FASTSHOT_LEGACY_KEY", DemoLibrary.LEGACY_KEY);
  }

  private static ObjectStore store() {
    LocalCloudInfo info = cloud().info();
    return S3ObjectStore.open(
        new S3Settings(
            info.endpoint(),
            info.region(),
            info.bucket(),
            new Credentials(info.accessKey(), info.secretKey()),
            null,
            Duration.ofSeconds(20)));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsPlantedIsToldAndRepairedByTheToldCommand(Plant plant) throws Exception {
    try (ObjectStore store = store()) {
      assertClean();
      plant.plant(store);
    }
    JsonNode found = verify(plant.needsDeep(), ExitCode.FAILED);
    String kind = plant.name().toLowerCase(java.util.Locale.ROOT);
    JsonNode finding =
        found
            .path("differences")
            .valueStream()
            .filter(f -> f.path("kind").asString("").equals(kind))
            .findFirst()
            .orElseThrow(() -> new AssertionError(plant + " is not among " + found));
    assertThat(found.path("differences").size()).as(found.toString()).isEqualTo(1);

    ToldCommand.run(terminal, finding.path("command").asString(""));
    assertThat(cloud().awaitIdle(Duration.ofMinutes(1))).isTrue();
    assertClean();
  }

  private void assertClean() {
    JsonNode found = verify(true, ExitCode.DONE);
    assertThat(found.path("clean").asBoolean(false)).isTrue();
    assertThat(found.path("bucket").path("sessions").asInt(0)).isEqualTo(SESSIONS);
  }

  /** Verifies; asserts that nothing was written. */
  private JsonNode verify(boolean deep, int exitCode) {
    List<String> arguments = new ArrayList<>(List.of("verify", "--json", "--settle", "50ms"));
    if (deep) {
      arguments.add("--deep");
    }
    int code = terminal.run(arguments.toArray(new String[0]));
    assertThat(code).as(terminal.out() + terminal.err()).isEqualTo(exitCode);
    JsonNode found = terminal.json();
    for (String verb : List.of("put", "delete", "copy")) {
      assertThat(found.path("requests").path(verb).asInt(-1)).as(verb).isZero();
    }
    return found;
  }

  @Test
  void whatCannotBeReadIsToldApart() {
    JsonNode found = verify(false, ExitCode.DONE);
    assertThat(found.path("notes").valueStream().map(f -> f.path("kind").asString("")))
        .containsExactly("degraded");
    assertThat(terminal.run("verify", "--settle", "50ms")).isZero();
    assertThat(terminal.out())
        .contains("note: cannot be read by the indexer", "bucket, index and cache agree");
  }

  @Test
  void theRequestsOfACleanLookAreCounted() {
    JsonNode requests = verify(false, ExitCode.DONE).path("requests");
    assertThat(requests.path("get").asInt()).isEqualTo(1);
    assertThat(requests.path("list").asInt()).isEqualTo(4);
    assertThat(requests.path("total").asInt()).isEqualTo(5);
  }

  @Test
  void aRunningRebuildIsSupersededByForceOnly() throws Exception {
    try (ObjectStore store = store()) {
      Plant.runningRebuild(store);
    }
    assertThat(terminal.run("rebuild", "all")).isZero();
    assertThat(terminal.out()).startsWith("already running");
    assertThat(terminal.err()).contains("--force");
    assertThat(terminal.run("rebuild", "all", "--force", "--wait")).as(terminal.err()).isZero();
    assertThat(terminal.out()).startsWith("started: " + SESSIONS + " sessions");
    assertClean();
  }

  @Test
  void aDamagedDownloadIsToldAndSetAside() throws IOException {
    String name = Plant.index(store()).rows().getFirst().id().filename();
    assertThat(terminal.run("get", name, "-o", home.resolve("got").toString())).isZero();
    Path copy = cached(".fastshot");
    byte[] bytes = Files.readAllBytes(copy);
    bytes[bytes.length / 2] ^= 1;
    Files.write(copy, bytes);
    Files.writeString(cached("overall_meta.json"), "{");

    JsonNode found = verify(false, ExitCode.FAILED);
    assertThat(found.path("differences").valueStream().map(f -> f.path("kind").asString("")))
        .containsExactly("cache_damaged", "cache_damaged");
    ToldCommand.run(terminal, found.path("differences").path(0).path("command").asString(""));
    assertClean();
    assertThat(cached(".fastshot.damaged-")).hasBinaryContent(bytes);
  }

  @Test
  void aDownloadOfAnotherVersionIsANote() throws IOException {
    String name = Plant.index(store()).rows().getFirst().id().filename();
    assertThat(terminal.run("get", name, "-o", home.resolve("got").toString())).isZero();
    Path copy = cached(".fastshot");
    Files.copy(copy, copy.resolveSibling("older-version.fastshot"));
    JsonNode found = verify(false, ExitCode.DONE);
    assertThat(found.path("notes").valueStream().map(f -> f.path("kind").asString("")))
        .contains("cache_other_version");
  }

  private Path cached(String part) {
    try (Stream<Path> files = Files.walk(home.resolve("libraries"))) {
      return files
          .filter(file -> file.getFileName().toString().contains(part))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void wrongKeysAndNoServerHaveTheirExitCodes() {
    assertThat(terminal.with("AWS_SECRET_ACCESS_KEY", "wrong").run("verify"))
        .isEqualTo(ExitCode.NOT_AUTHORISED);
    assertThat(terminal.with("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9").run("verify"))
        .isEqualTo(ExitCode.OFFLINE);
  }
}
