package io.fastshot.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastshot.container.bytes.XorMask;
import io.fastshot.json.OverallIndexJson;
import io.fastshot.localcloud.demo.DemoLibrary;
import io.fastshot.localcloud.faults.FaultPlan;
import io.fastshot.model.IndexRow;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.OverallIndex;
import io.fastshot.store.Content;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.ObjectStores;
import io.fastshot.store.Precondition;
import io.fastshot.store.StoreException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** The whole local cloud, with the real functions. */
final class LocalCloudTest {
  private static final KeyLayout LAYOUT = KeyLayout.atRoot();

  @TempDir Path data;

  private LocalCloudConfig config() {
    return LocalCloudConfig.at(data)
        .withLegacyKey(DemoLibrary.LEGACY_KEY)
        .withBatchWindow(Duration.ofMillis(20));
  }

  private static OverallIndex index(ObjectStore store) throws IOException {
    byte[] bytes = ObjectStores.read(store, LAYOUT.overallMeta(), 1 << 24).orElseThrow().bytes();
    return ((OverallIndexJson.Reading.Native)
            OverallIndexJson.read(new ByteArrayInputStream(bytes)))
        .index();
  }

  @Test
  void whatIsPutAppearsInTheIndexAndWhatIsDeletedGoes() throws Exception {
    try (LocalCloud cloud = LocalCloud.start(config());
        ObjectStore store = Clouds.store(cloud.info())) {
      DemoLibrary.fill(store, LAYOUT, 12, 1, XorMask.of(DemoLibrary.LEGACY_KEY));
      assertThat(cloud.awaitIdle(Clouds.PATIENCE)).isTrue();

      assertThat(index(store).rows()).hasSize(12);
      assertThat(index(store).rows().stream().filter(row -> row.meta().degraded() != null))
          .hasSize(1);
      IndexRow row = index(store).rows().getFirst();
      store.delete(LAYOUT.session(row.id()), Precondition.none());
      assertThat(cloud.awaitIdle(Clouds.PATIENCE)).isTrue();

      assertThat(index(store).rows()).hasSize(11).extracting(IndexRow::id).doesNotContain(row.id());
      assertThat(store.head(LAYOUT.metaIndex(row.id()))).isEmpty();
    }
  }

  @Test
  void aRebuildAskedForThroughTheLambdaApiReadsEverySessionAgain() throws Exception {
    try (LocalCloud cloud = LocalCloud.start(config());
        ObjectStore store = Clouds.store(cloud.info());
        LambdaClient lambda = Clouds.lambda(cloud.info(), cloud.info().secretKey())) {
      DemoLibrary.fill(store, LAYOUT, 3, 1, XorMask.of(DemoLibrary.LEGACY_KEY));
      assertThat(cloud.awaitIdle(Clouds.PATIENCE)).isTrue();
      long before = index(store).rev();

      var answer =
          lambda.invoke(r ->
              r.functionName(cloud.info().rebuildFunction())
                  .payload(SdkBytes.fromUtf8String("{\"mode\":\"all\",\"force\":true}")));

      assertThat(answer.functionError()).isNull();
      assertThat(answer.payload().asUtf8String()).contains("\"nominated\":3");
      assertThat(cloud.awaitIdle(Clouds.PATIENCE)).isTrue();
      OverallIndex after = index(store);
      assertThat(after.complete()).isTrue();
      assertThat(after.rebuild()).isNotNull();
      assertThat(after.rows()).hasSize(3).allMatch(row -> row.rev() > before);
    }
  }

  @Test
  void eventsThatARestartLostAreFoundByTheCheckAtTheStart() throws Exception {
    try (LocalCloud cloud = Clouds.storeOnly(data);
        ObjectStore store = Clouds.store(cloud.info())) {
      DemoLibrary.fill(store, LAYOUT, 3, 1, XorMask.of(DemoLibrary.LEGACY_KEY));
      assertThat(store.head(LAYOUT.overallMeta())).isEmpty();
    }
    try (LocalCloud cloud = LocalCloud.start(config());
        ObjectStore store = Clouds.store(cloud.info())) {
      assertThat(cloud.awaitIdle(Clouds.PATIENCE)).isTrue();

      assertThat(index(store).rows()).hasSize(3);
    }
  }

  @Test
  void underFaultsTheIndexStillBecomesTheBucket() throws Exception {
    LocalCloudConfig faulty =
        config()
            .withFaults(
                Duration.ofMillis(1),
                FaultPlan.parse("lost=0.02,503=0.05,duplicate=5,reorder=1,seed=7"));
    try (LocalCloud cloud = LocalCloud.start(faulty);
        ObjectStore store = Clouds.store(cloud.info())) {
      for (int i = 0; i < 30; i++) {
        stubbornly(store, "sessions/2025010100000" + i % 10 + "_s" + i + ".fastshot");
      }
      assertThat(cloud.awaitIdle(Clouds.PATIENCE)).isTrue();
    }
    try (LocalCloud calm = LocalCloud.start(config());
        ObjectStore store = Clouds.store(calm.info())) {
      assertThat(calm.awaitIdle(Clouds.PATIENCE)).isTrue();
      assertThat(index(store).rows()).hasSize(30);
    }
  }

  private static void stubbornly(ObjectStore store, String key) {
    for (int attempt = 0; attempt < 50; attempt++) {
      try {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        var _ = store.put(key, Content.of(bytes, "image/png"), Precondition.none());
        return;
      } catch (StoreException.Unavailable e) {
        // A fault of the plan: the write is tried again.
        assertThat(e).hasMessageNotContaining("refused");
      }
    }
    throw new AssertionError("50 faults in a row");
  }

  @Test
  void dataAndCredentialsSurviveARestart() throws Exception {
    LocalCloudInfo before;
    try (LocalCloud cloud = Clouds.storeOnly(data);
        ObjectStore store = Clouds.store(cloud.info())) {
      before = cloud.info();
      var _ =
          store.put(
              "a/登录.txt",
              Content.of("x".getBytes(StandardCharsets.UTF_8), "text/plain")
                  .withUserMetadata(Map.of("k", "v")),
              Precondition.none());
    }
    assertThat(LocalCloud.running(data)).isEmpty();
    try (LocalCloud cloud = Clouds.storeOnly(data);
        ObjectStore store = Clouds.store(cloud.info())) {
      assertThat(cloud.info().accessKey()).isEqualTo(before.accessKey());
      assertThat(cloud.info().secretKey()).isEqualTo(before.secretKey());
      assertThat(store.head("a/登录.txt").orElseThrow().userMetadata()).containsEntry("k", "v");
      assertThat(LocalCloud.running(data)).contains(cloud.info());
      if (!OS.WINDOWS.isCurrentOs()) { // which has access lists
        assertThat(
                PosixFilePermissions.toString(
                    Files.getPosixFilePermissions(data.resolve("credentials.json"))))
            .isEqualTo("rw-------");
      }
    }
  }

  @Test
  void aSecondLocalCloudOnTheSameFolderIsRefusedWithTheEndpointOfTheFirst() throws Exception {
    try (LocalCloud cloud = Clouds.storeOnly(data)) {
      assertThatThrownBy(() -> Clouds.storeOnly(data))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(cloud.info().endpoint().toString());
    }
  }
}
