package io.fastshot.localcloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.json.OverallIndexJson;
import io.fastshot.localcloud.demo.DemoLibrary;
import io.fastshot.model.IndexRow;
import io.fastshot.model.KeyLayout;
import io.fastshot.store.Content;
import io.fastshot.store.ListPage;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.ObjectStores;
import io.fastshot.store.Precondition;
import io.fastshot.store.StoreException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A local cloud killed with -9 in the middle of writes, and started again. */
final class KillTest {
  private static final KeyLayout LAYOUT = KeyLayout.atRoot();
  private static final int WRITERS = 4;
  private static final int BEFORE_THE_KILL = 60;

  @TempDir Path data;

  @Test
  void noObjectIsTornNoAnsweredWriteIsLostAndTheIndexEndsRight() throws Exception {
    Map<String, Integer> answered = new ConcurrentHashMap<>();
    try (CloudProcess process = CloudProcess.start(data)) {
      CountDownLatch enough = new CountDownLatch(BEFORE_THE_KILL);
      try (var writers = Executors.newFixedThreadPool(WRITERS)) {
        for (int writer = 0; writer < WRITERS; writer++) {
          int number = writer;
          writers.execute(() -> write(process.info(), number, answered, enough));
        }
        enough.await();
        process.kill();
      }
    }
    assertThat(answered).isNotEmpty();
    try (LocalCloud cloud =
            LocalCloud.start(
                LocalCloudConfig.at(data)
                    .withLegacyKey(DemoLibrary.LEGACY_KEY)
                    .withBatchWindow(Duration.ofMillis(20)));
        ObjectStore store = Clouds.store(cloud.info())) {
      assertThat(cloud.awaitIdle(Clouds.PATIENCE)).isTrue();

      for (var write : answered.entrySet()) {
        byte[] bytes = ObjectStores.read(store, write.getKey(), 1 << 22).orElseThrow().bytes();
        assertThat(Arrays.hashCode(bytes)).isEqualTo(write.getValue());
      }
      Map<String, String> listed = new TreeMap<>();
      for (ListPage.Entry entry : ObjectStores.listAll(store, LAYOUT.sessions())) {
        listed.put(entry.key(), entry.etag().value());
      }
      assertThat(index(store)).isEqualTo(listed);
    }
    try (var files = Files.walk(data.resolve("objects"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith(".draft") || name.endsWith(".damaged"));
    }
  }

  /** Writes until the process is gone; notes what was answered. */
  private static void write(
      LocalCloudInfo info, int writer, Map<String, Integer> answered, CountDownLatch enough) {
    SplittableRandom random = new SplittableRandom(writer);
    try (ObjectStore store = Clouds.store(info)) {
      for (int i = 0; i < 100_000; i++) {
        byte[] bytes = new byte[random.nextInt(1, 300_000)];
        random.nextBytes(bytes);
        String key = "sessions/20250101000000_w" + writer + "_" + i + ".fastshot";
        var _ = store.put(key, Content.of(bytes, "image/png"), Precondition.absent());
        answered.put(key, Arrays.hashCode(bytes));
        enough.countDown();
      }
    } catch (StoreException.Unavailable e) {
      // The kill: what was answered before is what counts.
      assertThat(e).hasMessageContaining("sessions/");
    }
  }

  private static Map<String, String> index(ObjectStore store) throws IOException {
    byte[] bytes = ObjectStores.read(store, LAYOUT.overallMeta(), 1 << 24).orElseThrow().bytes();
    var reading = OverallIndexJson.read(new ByteArrayInputStream(bytes));
    Map<String, String> rows = new TreeMap<>();
    for (IndexRow row : ((OverallIndexJson.Reading.Native) reading).index().rows()) {
      rows.put(LAYOUT.session(row.id()), String.valueOf(row.meta().src()));
    }
    return rows;
  }
}
