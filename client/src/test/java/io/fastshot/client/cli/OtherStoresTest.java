package io.fastshot.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.fixtures.Fixtures;
import io.fastshot.indexer.IndexOracle;
import io.fastshot.indexer.run.IndexerConfig;
import io.fastshot.localcloud.LocalCloud;
import io.fastshot.localcloud.LocalCloudConfig;
import io.fastshot.localcloud.LocalCloudInfo;
import io.fastshot.localcloud.demo.DemoLibrary;
import io.fastshot.localcloud.faults.FaultPlan;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.SessionId;
import io.fastshot.store.Content;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.ObjectStores;
import io.fastshot.store.Precondition;
import io.fastshot.store.PutOutcome;
import io.fastshot.store.s3.Credentials;
import io.fastshot.store.s3.S3ObjectStore;
import io.fastshot.store.s3.S3Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A library from the first put to the last removal on stores that differ from AWS S3. */
class OtherStoresTest {
  private static final String NAME = "20250621114615_store";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir Path home;
  @TempDir Path data;

  private LocalCloud cloud(String quirks) throws IOException {
    return LocalCloud.start(
        LocalCloudConfig.at(data)
            .withLegacyKey(DemoLibrary.LEGACY_KEY)
            .withBatchWindow(Duration.ofMillis(20))
            .withFaults(Duration.ZERO, FaultPlan.parse("quirks=" + quirks)));
  }

  private Terminal terminal(LocalCloudInfo info) {
    return new Terminal(home)
        .with("AWS_ENDPOINT_URL_S3", info.endpoint().toString())
        .with("AWS_ACCESS_KEY_ID", info.accessKey())
        .with("AWS_SECRET_ACCESS_KEY", info.secretKey());
  }

  private static ObjectStore store(LocalCloudInfo info) {
    return S3ObjectStore.open(
        new S3Settings(
            info.endpoint(),
            info.region(),
            info.bucket(),
            new Credentials(info.accessKey(), info.secretKey()),
            null,
            S3Settings.DEFAULT_TIMEOUT));
  }

  private Path file() throws IOException {
    return Files.copy(
        Fixtures.original("cloud_unicode.fastshot"), home.resolve(NAME + ".fastshot"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quoted-writes-refused+quoted-reads-refused",
        "trailers-refused",
        "contention-500",
        "delete-conditions-unknown",
        "copy-conditions-ignored",
        "copy-refused-but-made",
        "quoted-writes-refused+trailers-refused+contention-500+delete-conditions-ignored"
      })
  void aLibraryWorks(String quirks) throws Exception {
    try (LocalCloud cloud = cloud(quirks);
        ObjectStore store = store(cloud.info())) {
      XorMask key = XorMask.of(DemoLibrary.LEGACY_KEY);
      DemoLibrary.fill(store, KeyLayout.atRoot(), 9, 1, key);
      Terminal terminal = terminal(cloud.info());
      Path file = file();

      assertThat(terminal.run("put", "--wait", file.toString())).as(terminal.err()).isZero();
      assertThat(terminal.run("put", file.toString())).isZero();
      assertThat(terminal.out()).contains("already there");
      Path got = home.resolve("got");
      assertThat(terminal.run("get", NAME, "-o", got.toString())).as(terminal.err()).isZero();
      assertThat(got.resolve(file.getFileName())).hasSameBinaryContentAs(file);
      assertThat(terminal.run("info", "--json", NAME)).isZero();
      assertThat(terminal.json().path("checksum").asString("")).startsWith("sha256:");
      assertThat(terminal.run("rm", "--wait", NAME)).as(terminal.err()).isZero();
      assertThat(terminal.run("restore", NAME)).as(terminal.err()).isZero();
      assertThat(cloud.awaitIdle(PATIENCE)).isTrue();
      assertThat(terminal.run("rm", "--wait", NAME)).as(terminal.err()).isZero();
      assertThat(terminal.run("rebuild", "all", "--wait")).as(terminal.err()).isZero();

      assertThat(cloud.awaitIdle(PATIENCE)).isTrue();
      IndexerConfig config = IndexerConfig.of(KeyLayout.atRoot(), key);
      assertThat(IndexOracle.differences(store, config)).isEmpty();
      assertThat(cloud.stats().dead()).isZero();
      assertThat(store.list(KeyLayout.atRoot().probes(), null).objects()).isEmpty();
    }
  }

  /** The probe of before did not see that such a store overwrites what it refuses to. */
  @Test
  void whatAWeakerProbeFoundIsNotBelievedAndNothingIsOverwritten() throws Exception {
    try (LocalCloud cloud = cloud("copy-refused-but-made");
        ObjectStore store = store(cloud.info())) {
      Terminal terminal = terminal(cloud.info());
      assertThat(terminal.run("put", "--wait", file().toString())).as(terminal.err()).isZero();
      assertThat(terminal.run("rm", "--wait", NAME)).as(terminal.err()).isZero();
      String key = KeyLayout.atRoot().session(new SessionId(NAME));
      byte[] theirs = Files.readAllBytes(Fixtures.original("cloud_no_name.fastshot"));
      assertThat(store.put(key, Content.of(theirs, "image/png"), Precondition.absent()))
          .isInstanceOf(PutOutcome.Installed.class);
      rememberAsOfVersion1();

      int exitCode = terminal.run("restore", NAME);
      assertThat(ObjectStores.read(store, key, 1 << 20).orElseThrow().bytes()).isEqualTo(theirs);
      assertThat(exitCode).isEqualTo(ExitCode.FAILED);
    }
  }

  /** Else each run would send its uploads twice, for a month. */
  @Test
  void thatAChecksumsHeaderIsRefusedIsRememberedOverRuns() throws Exception {
    try (LocalCloud cloud = cloud("sha256-unknown")) {
      assertThat(terminal(cloud.info()).run("put", "--wait", file().toString())).isZero();
      Terminal next = terminal(cloud.info());
      assertThat(next.run("status", "--cached", "--json")).as(next.err()).isZero();
      assertThat(next.out()).contains("x-amz-checksum-sha256 is refused");
    }
  }

  private void rememberAsOfVersion1() throws IOException {
    Path memory;
    try (var files = Files.walk(home)) {
      memory = files.filter(file -> file.endsWith("store.json")).findFirst().orElseThrow();
    }
    String found = Files.readString(memory);
    assertThat(found).containsPattern("\"copies\" *: *\"IGNORED\"");
    Files.writeString(
        memory,
        found
            .replaceFirst("\"version\" *: *\\d+", "\"version\": 1")
            .replaceFirst("\"copies\" *: *\"IGNORED\"", "\"copies\": \"HOLDS\""));
  }

  @Test
  void whereConditionsAreIgnoredNothingRunsAndEveryoneIsToldWhy() throws Exception {
    try (LocalCloud cloud = cloud("conditions-ignored");
        ObjectStore store = store(cloud.info())) {
      Terminal terminal = terminal(cloud.info());
      DemoLibrary.fill(store, KeyLayout.atRoot(), 2, 1, XorMask.of(DemoLibrary.LEGACY_KEY));
      String why = "it overwrote an object although the request said";

      assertThat(terminal.run("put", file().toString())).isEqualTo(ExitCode.FAILED);
      assertThat(terminal.err()).contains("Nothing was written to", why, "docs/STORES.md");
      assertThat(terminal.run("rebuild", "all")).isEqualTo(ExitCode.FAILED);
      assertThat(terminal.err()).contains("The indexer does not run on", why, "docs/STORES.md");
      assertThat(terminal.run("status", "--probe")).isEqualTo(ExitCode.FAILED);
      assertThat(terminal.out()).contains(why, "docs/STORES.md");

      assertThat(store.head(KeyLayout.atRoot().overallMeta())).isEmpty();
      assertThat(store.list(KeyLayout.atRoot().metaIndexes(), null).objects()).isEmpty();
      assertThat(store.list(KeyLayout.atRoot().sessions(), null).objects()).hasSize(2);
    }
  }

  @Test
  void whatWasFoundIsKeptAndShown() throws Exception {
    try (LocalCloud cloud = cloud("quoted-writes-refused+delete-conditions-unknown")) {
      Terminal terminal = terminal(cloud.info());
      assertThat(terminal.run("status")).as(terminal.err()).isZero();
      assertThat(terminal.out()).contains("not probed yet");
      assertThat(terminal.run("put", "--wait", file().toString())).as(terminal.err()).isZero();

      assertThat(terminal.run("status", "--json")).isZero();
      var found = terminal.json().path("store");
      assertThat(found.path("aws").asBoolean(true)).isFalse();
      assertThat(found.path("conditional_writes").asBoolean(false)).isTrue();
      assertThat(found.path("findings").valueStream().map(n -> n.asString("")))
          .contains(
              "conditional writes hold (ETags without quotes)",
              "conditional removals do not hold: a read before each takes their place");
    }
    try (LocalCloud cloud = cloud("trailers-refused")) {
      Terminal other = terminal(cloud.info());
      assertThat(other.run("status")).isZero();
      assertThat(other.out()).as("another endpoint").contains("not probed yet");
      assertThat(other.run("status", "--probe")).isZero();
      assertThat(other.out()).contains("conditional removals hold");
    }
  }
}
