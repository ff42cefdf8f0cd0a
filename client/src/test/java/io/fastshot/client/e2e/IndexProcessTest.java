package io.fastshot.client.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.container.bytes.XorMask;
import io.fastshot.indexer.IndexOracle;
import io.fastshot.indexer.run.IndexerConfig;
import io.fastshot.json.OverallIndexJson;
import io.fastshot.localcloud.LocalCloud;
import io.fastshot.localcloud.LocalCloudConfig;
import io.fastshot.localcloud.LocalCloudInfo;
import io.fastshot.localcloud.faults.FaultPlan;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.SessionId;
import io.fastshot.store.Content;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.ObjectStores;
import io.fastshot.store.Precondition;
import io.fastshot.store.s3.Credentials;
import io.fastshot.store.s3.S3ObjectStore;
import io.fastshot.store.s3.S3Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** {@code fastshot index} as a process: killed in the middle, watching, told to stop. */
final class IndexProcessTest {
  private static final KeyLayout LAYOUT = KeyLayout.atRoot();
  private static final int SESSIONS = 24;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path home;
  private LocalCloud cloud;
  private ObjectStore store;

  @BeforeEach
  void aStoreWithSessionsAndNoIndex() throws IOException {
    // Slow enough that there is a middle to be killed in.
    LocalCloudConfig config =
        LocalCloudConfig.at(home.resolve("data"))
            .withFaults(Duration.ofMillis(15), FaultPlan.none());
    cloud = LocalCloud.startStore(config);
    LocalCloudInfo info = cloud.info();
    store =
        S3ObjectStore.open(
            new S3Settings(
                info.endpoint(),
                info.region(),
                info.bucket(),
                new Credentials(info.accessKey(), info.secretKey()),
                null,
                Duration.ofSeconds(20)));
    for (int i = 0; i < SESSIONS; i++) {
      put(i);
    }
  }

  @AfterEach
  void stop() {
    store.close();
    cloud.close();
  }

  private void put(int i) {
    SessionId id = new SessionId("202506211146%03d_s".formatted(i));
    byte[] bytes = Sessions.small("session " + i, 0);
    store.put(LAYOUT.session(id), Content.of(bytes, "image/png"), Precondition.none());
  }

  private List<String> differences() {
    return IndexOracle.differences(store, IndexerConfig.of(LAYOUT, XorMask.none()));
  }

  private Process index(String... how) throws IOException {
    LocalCloudInfo info = cloud.info();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path")));
    command.addAll(List.of("io.fastshot.client.Main", "index"));
    command.addAll(List.of(how));
    command.addAll(List.of("--home", home.toString(), "--bucket", info.bucket()));
    command.addAll(List.of("--endpoint-url", info.endpoint().toString(), "--takeover", "1s"));
    ProcessBuilder process = new ProcessBuilder(command);
    process.environment().put("AWS_ACCESS_KEY_ID", info.accessKey());
    process.environment().put("AWS_SECRET_ACCESS_KEY", info.secretKey());
    return process
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void await(String what, BooleanSupplier holds) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.getAsBoolean() && System.nanoTime() < end) {
      Thread.sleep(5);
    }
    assertThat(holds.getAsBoolean()).as(what).isTrue();
  }

  /**
   * A rebuild runs and some of its meta indexes are there: it is in the middle of its first batch.
   */
  private boolean isInTheMiddle() {
    return store.list(LAYOUT.metaIndexes(), null).objects().size() > 2;
  }

  private boolean hasRunningRebuild() {
    return ObjectStores.read(store, LAYOUT.overallMeta(), 1 << 24)
        .map(document -> OverallIndexJson.read(document.bytes()))
        .filter(OverallIndexJson.Reading.Native.class::isInstance)
        .map(reading -> ((OverallIndexJson.Reading.Native) reading).index().rebuild())
        .filter(rebuild -> rebuild != null && rebuild.isRunning())
        .isPresent();
  }

  @EnabledIfSystemProperty(
      named = "fastshot.long",
      matches = "true",
      disabledReason = "-Plong only")
  @Test
  void whatAKilledOneLeftIsFinishedByTheNext() throws Exception {
    Process first = index("--once");
    await("it is in the middle", this::isInTheMiddle);
    first.destroyForcibly().waitFor();
    assertThat(hasRunningRebuild()).as("its rebuild is left running").isTrue();
    assertThat(differences()).isNotEmpty();

    Process second = index("--once");
    assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(second.exitValue()).isZero();
    assertThat(differences()).isEmpty();
    assertThat(hasRunningRebuild()).isFalse();
  }

  @Test
  void aWatchingOneFollowsTheBucketUntilItIsToldToStop() throws Exception {
    Process watch = index("--watch", "--interval", "200ms");
    try {
      await("the first look", () -> differences().isEmpty());
      put(SESSIONS);
      store.delete(LAYOUT.session(new SessionId("202506211146000_s")), Precondition.none());
      await("the changes are in", () -> differences().isEmpty());
      watch.destroy();
      assertThat(watch.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(watch.exitValue()).as("SIGTERM").isIn(0, 143);
      assertThat(hasRunningRebuild()).isFalse();
    } finally {
      watch.destroyForcibly();
    }
  }
}
