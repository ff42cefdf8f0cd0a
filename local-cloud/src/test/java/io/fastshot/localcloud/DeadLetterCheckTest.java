package io.fastshot.localcloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.indexer.IndexerHandler;
import io.fastshot.indexer.RebuildHandler;
import io.fastshot.json.OverallIndexJson;
import io.fastshot.localcloud.demo.DemoLibrary;
import io.fastshot.model.IndexRow;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.RebuildState;
import io.fastshot.store.ListPage;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.ObjectStores;
import io.fastshot.store.Precondition;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** Messages that die: what they were about is right all the same when the queue is idle. */
final class DeadLetterCheckTest {
  private static final KeyLayout LAYOUT = KeyLayout.atRoot();

  /** As many deliveries as a message has. */
  private static final int ONE_MESSAGE = 5;

  @TempDir Path data;

  /** The real functions, of which the indexer throws for some batches, a number of times. */
  private LocalCloud cloud(Predicate<String> spoiled, AtomicInteger failures) throws IOException {
    return LocalCloud.start(
        LocalCloudConfig.at(data)
            .withLegacyKey(DemoLibrary.LEGACY_KEY)
            .withBatchWindow(Duration.ofMillis(20)),
        parts -> {
          RequestHandler<SQSEvent, SQSBatchResponse> real = new IndexerHandler(parts);
          return new Functions.Handlers(
              (event, context) -> {
                boolean hit = event.getRecords().stream().anyMatch(m -> spoiled.test(m.getBody()));
                if (hit && failures.getAndDecrement() > 0) {
                  throw new IllegalStateException("planted");
                }
                return real.handleRequest(event, context);
              },
              new RebuildHandler(parts));
        });
  }

  private static OverallIndex index(ObjectStore store) throws IOException {
    byte[] bytes = ObjectStores.read(store, LAYOUT.overallMeta(), 1 << 24).orElseThrow().bytes();
    return ((OverallIndexJson.Reading.Native) OverallIndexJson.read(bytes)).index();
  }

  private static void assertIndexIsTheBucket(ObjectStore store) throws IOException {
    Map<String, String> listed = new TreeMap<>();
    for (ListPage.Entry entry : ObjectStores.listAll(store, LAYOUT.sessions())) {
      listed.put(entry.key(), entry.etag().value());
    }
    Map<String, String> rows = new TreeMap<>();
    for (IndexRow row : index(store).rows()) {
      rows.put(LAYOUT.session(row.id()), String.valueOf(row.meta().src()));
    }
    assertThat(rows).isEqualTo(listed);
    assertThat(index(store).complete()).isTrue();
  }

  @Test
  void eventsThatDieAreFoundWithoutAnybodyAsking() throws Exception {
    AtomicInteger failures = new AtomicInteger();
    try (LocalCloud cloud = cloud(body -> body.contains("\"Records\""), failures);
        ObjectStore store = Clouds.store(cloud.info())) {
      DemoLibrary.fill(store, LAYOUT, 4, 1, XorMask.of(DemoLibrary.LEGACY_KEY));
      assertThat(cloud.awaitIdle(Clouds.PATIENCE)).isTrue();
      IndexRow row = index(store).rows().getFirst();

      failures.set(ONE_MESSAGE);
      store.delete(LAYOUT.session(row.id()), Precondition.none());
      assertThat(cloud.awaitIdle(Clouds.PATIENCE)).isTrue();

      assertThat(failures).hasValue(0);
      assertThat(cloud.stats().dead()).isEqualTo(1);
      assertThat(index(store).rows()).hasSize(3);
      assertIndexIsTheBucket(store);
    }
  }

  @EnabledIfSystemProperty(
      named = "fastshot.long",
      matches = "true",
      disabledReason = "-Plong only")
  @Test
  void aRebuildWhosePartDiedIsAskedForAgain() throws Exception {
    AtomicInteger failures = new AtomicInteger();
    try (LocalCloud cloud = cloud(body -> body.contains("\"rebuild\""), failures);
        ObjectStore store = Clouds.store(cloud.info());
        LambdaClient lambda = Clouds.lambda(cloud.info(), cloud.info().secretKey())) {
      DemoLibrary.fill(store, LAYOUT, 4, 1, XorMask.of(DemoLibrary.LEGACY_KEY));
      assertThat(cloud.awaitIdle(Clouds.PATIENCE)).isTrue();
      long before = index(store).rev();

      failures.set(ONE_MESSAGE);
      lambda.invoke(r ->
          r.functionName(cloud.info().rebuildFunction())
              .payload(SdkBytes.fromUtf8String("{\"mode\":\"all\"}")));
      assertThat(cloud.awaitIdle(Clouds.PATIENCE)).isTrue();

      assertThat(cloud.stats().dead()).isEqualTo(1);
      RebuildState rebuild = Objects.requireNonNull(index(store).rebuild());
      assertThat(rebuild.state()).isEqualTo(RebuildState.State.DONE);
      assertThat(rebuild.mode()).isEqualTo(RebuildState.Mode.ALL);
      assertThat(index(store).rows()).allMatch(row -> row.rev() > before);
      assertIndexIsTheBucket(store);
    }
  }
}
