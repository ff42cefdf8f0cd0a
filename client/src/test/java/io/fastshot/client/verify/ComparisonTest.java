package io.fastshot.client.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.fixtures.Fixtures;
import io.fastshot.indexer.IndexerHandler;
import io.fastshot.indexer.run.IndexerConfig;
import io.fastshot.indexer.run.Indexing;
import io.fastshot.localcloud.functions.LocalContext;
import io.fastshot.model.KeyLayout;
import io.fastshot.store.Content;
import io.fastshot.store.MemoryObjectStore;
import io.fastshot.store.Precondition;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The dates of what an indexer made are no proof: what it was made of is. */
class ComparisonTest {
  private static final Watch WATCH =
      new Watch() {
        @Override
        public void progress(String what, long done, long total) {}

        @Override
        public boolean cancelled() {
          return false;
        }
      };

  private static final KeyLayout LAYOUT = KeyLayout.atRoot();
  private static final String SESSION = "sessions/20991231235959_html.fastshot";

  private Instant now = Instant.parse("2026-01-02T03:04:05Z");
  private final MemoryObjectStore bucket = new MemoryObjectStore(() -> now, 1_000);

  private static byte[] file() {
    try {
      return Files.readAllBytes(Fixtures.field("20991231235959_html.fastshot"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void put(byte[] bytes) {
    bucket.put(SESSION, Content.of(bytes, "image/png"), Precondition.none());
  }

  @BeforeEach
  void anIndexedSession() {
    put(file());
    SQSEvent.SQSMessage message = new SQSEvent.SQSMessage();
    message.setMessageId("m");
    message.setBody(
        """
        {"Records":[{"eventSource":"aws:s3","eventName":"x","s3":{"object":{"key":"%s"}}}]}\
        """
            .formatted(SESSION));
    SQSEvent event = new SQSEvent();
    event.setRecords(List.of(message));
    new IndexerHandler(
            new Indexing(
                bucket,
                _ -> {},
                IndexerConfig.of(LAYOUT, XorMask.none()),
                () -> now,
                new SplittableRandom(1)))
        .handleRequest(event, new LocalContext("i", () -> now, Duration.ofMinutes(1), _ -> {}));
    now = now.plusSeconds(60);
  }

  private List<Kind> found() {
    List<Finding> findings = new ArrayList<>();
    IndexState state = IndexState.read(bucket, LAYOUT.overallMeta());
    new Comparison(bucket, LAYOUT, state, WATCH).run(now, findings::add);
    return findings.stream()
        .map(Finding::kind)
        .filter(kind -> kind != Kind.INDEX_INCOMPLETE)
        .toList();
  }

  @Test
  void theSameBytesWrittenAgainAreDescribedByWhatWasMadeOfThem() {
    put(file());
    assertThat(found()).isEmpty();
  }

  @Test
  void otherBytesAreNot() {
    byte[] other = file();
    other[other.length - 1] ^= 1;
    put(other);
    assertThat(found()).contains(Kind.ROW_DIFFERS, Kind.META_INDEX_STALE);
  }
}
