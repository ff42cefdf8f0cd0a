package io.fastshot.client.cli.libraries;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.cli.Terminal;
import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.indexer.IndexOracle;
import io.fastshot.indexer.run.IndexerConfig;
import io.fastshot.localcloud.LocalCloud;
import io.fastshot.localcloud.LocalCloudConfig;
import io.fastshot.localcloud.LocalCloudInfo;
import io.fastshot.localcloud.demo.DemoLibrary;
import io.fastshot.localcloud.faults.FaultPlan;
import io.fastshot.model.KeyLayout;
import io.fastshot.store.Content;
import io.fastshot.store.ListPage;
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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The indexer as a command, on a store that runs no functions. */
class IndexCommandTest {
  private static final KeyLayout LAYOUT = new KeyLayout("team/");

  @TempDir Path data;
  @TempDir Path home;

  private LocalCloudConfig config() {
    return LocalCloudConfig.at(data).withLegacyKey(DemoLibrary.LEGACY_KEY);
  }

  private Terminal terminal(LocalCloudInfo info) {
    return new Terminal(home)
        .with("AWS_ENDPOINT_URL_S3", info.endpoint().toString())
        .with("AWS_ACCESS_KEY_ID", info.accessKey())
        .with("AWS_SECRET_ACCESS_KEY", info.secretKey())
        .with("FASTSHOT_LEGACY_KEY", DemoLibrary.LEGACY_KEY);
  }

  private static ObjectStore store(LocalCloudInfo info) {
    return S3ObjectStore.open(
        new S3Settings(
            info.endpoint(),
            info.region(),
            info.bucket(),
            new Credentials(info.accessKey(), info.secretKey()),
            null,
            Duration.ofSeconds(20)));
  }

  private static void fill(ObjectStore store, int sessions) throws IOException {
    DemoLibrary.fill(store, LAYOUT, sessions, 1, XorMask.of(DemoLibrary.LEGACY_KEY));
  }

  private static List<String> differences(ObjectStore store) {
    return IndexOracle.differences(
        store, IndexerConfig.of(LAYOUT, XorMask.of(DemoLibrary.LEGACY_KEY)));
  }

  private static void deleteOne(ObjectStore store) {
    ListPage.Entry first = ObjectStores.listAll(store, LAYOUT.sessions()).iterator().next();
    store.delete(first.key(), Precondition.none());
  }

  @Test
  void onceMakesTheIndexAndKeepsIt() throws Exception {
    try (LocalCloud cloud = LocalCloud.startStore(config());
        ObjectStore store = store(cloud.info())) {
      fill(store, 12);
      Terminal terminal = terminal(cloud.info());

      assertThat(terminal.run("index", "--once", "--prefix", "team", "--json"))
          .as(terminal.err())
          .isZero();
      assertThat(terminal.json().path("outcome").asString("")).isEqualTo("right");
      assertThat(terminal.json().path("looked_at").asInt(0)).isEqualTo(12);
      assertThat(differences(store)).isEmpty();
      assertThat(terminal.run("verify", "--prefix", "team", "--deep", "--settle", "10ms"))
          .as(terminal.out())
          .isZero();

      deleteOne(store);
      assertThat(terminal.run("index", "--once", "--prefix", "team", "--json")).isZero();
      assertThat(terminal.json().path("looked_at").asInt(0)).isEqualTo(1);
      assertThat(differences(store)).isEmpty();
      assertThat(terminal.run("index", "--once", "--prefix", "team")).isZero();
      assertThat(terminal.out()).startsWith("index right: 0 sessions looked at");

      // What no listing shows: only reading every session finds it.
      String thumbnail = ObjectStores.listAll(store, LAYOUT.thumbnails()).iterator().next().key();
      store.put(thumbnail, Content.of(new byte[9], "image/png"), Precondition.none());
      assertThat(differences(store)).isNotEmpty();
      assertThat(terminal.run("index", "--once", "--mode", "all", "--prefix", "team")).isZero();
      assertThat(differences(store)).isEmpty();
    }
  }

  @Test
  void anEmptyBucketGetsACompleteIndex() throws Exception {
    try (LocalCloud cloud = LocalCloud.startStore(config())) {
      Terminal terminal = terminal(cloud.info());
      assertThat(terminal.run("index", "--once")).as(terminal.err()).isZero();
      assertThat(terminal.run("status", "--json")).isZero();
      assertThat(terminal.json().path("complete").asBoolean(false)).isTrue();
    }
  }

  @Test
  void severalAtOnceEndRight() throws Exception {
    try (LocalCloud cloud = LocalCloud.startStore(config());
        ObjectStore store = store(cloud.info());
        ExecutorService threads = Executors.newFixedThreadPool(3)) {
      fill(store, 24);
      List<Callable<String>> runs = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        // A takeover without patience: they supersede each other as often as they can.
        runs.add(() -> {
          Terminal terminal = terminal(cloud.info());
          int code =
              terminal.run("index", "--once", "--prefix", "team", "--takeover", "1ms", "--json");
          return code + " " + terminal.out() + terminal.err();
        });
      }
      for (Future<String> run : threads.invokeAll(runs)) {
        assertThat(run.get()).startsWith("0 ").contains("\"outcome\":\"right\"");
      }
      assertThat(differences(store)).isEmpty();
    }
  }

  @Test
  void aStoreThatIgnoresConditionsIsRefused() throws Exception {
    FaultPlan ignores = FaultPlan.parse("quirks=conditions-ignored");
    try (LocalCloud cloud = LocalCloud.startStore(config().withFaults(Duration.ZERO, ignores));
        ObjectStore store = store(cloud.info())) {
      fill(store, 1);
      Terminal terminal = terminal(cloud.info());
      assertThat(terminal.run("index", "--once", "--prefix", "team")).isEqualTo(ExitCode.FAILED);
      assertThat(terminal.err()).contains("The indexer does not run on", "conditional writes");
      assertThat(store.head(LAYOUT.overallMeta())).isEmpty();
    }
  }

  @Test
  void wrongUseWrongKeysAndNoServerHaveTheirExitCodes() throws Exception {
    try (LocalCloud cloud = LocalCloud.startStore(config())) {
      Terminal terminal = terminal(cloud.info());
      assertThat(terminal.run("index")).isEqualTo(ExitCode.USAGE);
      assertThat(terminal.run("index", "--once", "--watch")).isEqualTo(ExitCode.USAGE);
      assertThat(terminal.with("AWS_SECRET_ACCESS_KEY", "wrong").run("index", "--watch"))
          .isEqualTo(ExitCode.NOT_AUTHORISED);
      assertThat(terminal.with("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9").run("index", "--once"))
          .isEqualTo(ExitCode.OFFLINE);
    }
  }

  /** A cron job that lost its key must not say that all is well. */
  @Test
  void whatWantsAKeyIsToldAndReadAgainOnceThereIsOne() throws Exception {
    try (LocalCloud cloud = LocalCloud.startStore(config());
        ObjectStore store = store(cloud.info())) {
      fill(store, 12);
      Terminal terminal = terminal(cloud.info()).with("FASTSHOT_LEGACY_KEY", "");
      assertThat(terminal.run("index", "--once", "--prefix", "team")).isEqualTo(ExitCode.FAILED);
      assertThat(terminal.err())
          .contains("sessions cannot be read: The legacy key is missing", "FASTSHOT_LEGACY_KEY");
      assertThat(terminal.run("index", "--once", "--prefix", "team", "--json"))
          .as("nothing is new, and it is said again")
          .isEqualTo(ExitCode.FAILED);
      JsonNode blind = terminal.json();
      assertThat(blind.path("looked_at").asInt(-1)).isZero();
      assertThat(blind.path("want_key").asInt(0)).isPositive();
      assertThat(sum(blind)).isEqualTo(blind.path("unreadable").asInt(-1));

      terminal.with("FASTSHOT_LEGACY_KEY", "wrong");
      assertThat(looksAt(terminal, ExitCode.FAILED)).isPositive();
      assertThat(terminal.json().path("unreadable_reasons").toString())
          .contains("The legacy key is wrong")
          .doesNotContain("#");
      assertThat(looksAt(terminal, ExitCode.FAILED)).as("the same key once more").isZero();

      terminal.with("FASTSHOT_LEGACY_KEY", DemoLibrary.LEGACY_KEY);
      assertThat(looksAt(terminal, ExitCode.DONE)).isPositive();
      assertThat(terminal.json().path("want_key").asInt(-1)).isZero();
      assertThat(differences(store)).isEmpty();
      assertThat(looksAt(terminal, ExitCode.DONE)).isZero();
    }
  }

  private static int sum(JsonNode run) {
    return run.path("unreadable_reasons")
        .valueStream()
        .mapToInt(group -> group.path("sessions").asInt(0))
        .sum();
  }

  private static int looksAt(Terminal terminal, int exitCode) {
    assertThat(terminal.run("index", "--once", "--prefix", "team", "--json"))
        .as(terminal.out() + terminal.err())
        .isEqualTo(exitCode);
    return terminal.json().path("looked_at").asInt(-1);
  }
}
