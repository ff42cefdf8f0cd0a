package io.fastshot.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.indexer.run.IndexerConfig;
import io.fastshot.indexer.run.Indexing;
import io.fastshot.indexer.run.Parallel;
import io.fastshot.model.IndexRow;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.SessionId;
import io.fastshot.store.Content;
import io.fastshot.store.MemoryObjectStore;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.Precondition;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A library in memory with a queue, its real handlers, and a clock that moves when somebody waits.
 */
public final class TestLibrary {
  public static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  public final KeyLayout layout = KeyLayout.atRoot();
  public final IndexerConfig config = IndexerConfig.of(layout, XorMask.of("fastshot-test-key"));
  public final AtomicReference<Instant> now = new AtomicReference<>(START);
  public final MemoryObjectStore bucket = new MemoryObjectStore(now::get, 3);
  public final ScriptedStore store = new ScriptedStore(bucket);
  public final Deque<String> queue = new ArrayDeque<>();
  public final Indexing parts = parts(store, Parallel.sequential());
  final IndexerHandler handler = new IndexerHandler(parts);
  final RebuildHandler rebuilds = new RebuildHandler(parts);

  /** One with the sessions a, b and c in its index, nothing being under way. */
  static TestLibrary ofThree() {
    TestLibrary library = new TestLibrary();
    library.put("a");
    library.put("b");
    library.put("c");
    library.changed("a", "b", "c");
    library.drain();
    library.store.forget();
    return library;
  }

  public Indexing parts(ObjectStore on, Parallel parallel) {
    return new Indexing(
        on,
        queue::addAll,
        config,
        now::get,
        new Random(1),
        duration -> now.updateAndGet(time -> time.plus(duration)),
        parallel);
  }

  public void pass(Duration duration) {
    now.updateAndGet(time -> time.plus(duration));
  }

  public static SessionId id(String base) {
    return new SessionId(base);
  }

  public static byte[] session(String name) {
    return session(name, "null");
  }

  /** A session with a picture of one pixel. */
  public static byte[] sessionWithThumbnail(String name) {
    return session(
        name,
        "\"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==\"");
  }

  private static byte[] session(String name, String collage) {
    return """
    {
      "session": {"version": "1.0", "timestamp": "2025-06-21T11:46:15", "windows": []},
      "metadata": {"name": "%s", "desc": "d", "tags": ["t"], "color": "green", "class": "c",
        "created_at": "2025-06-21T11:46:15", "filename": "x", "image_count": 0,
        "thumbnail_collage": %s}
    }\
    """
        .formatted(name, collage)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Puts a session without telling anybody. */
  public void put(String base, byte[] bytes) {
    bucket.put(layout.session(id(base)), Content.of(bytes, "image/png"), Precondition.none());
  }

  public void put(String base) {
    put(base, session(base));
  }

  public void delete(String base) {
    bucket.delete(layout.session(id(base)), Precondition.none());
  }

  void overwriteIndex(byte[] bytes) {
    bucket.put(layout.overallMeta(), Content.of(bytes, "application/json"), Precondition.none());
  }

  /** The notification that S3 sends; its type is made up, as nobody may trust it. */
  public String event(String... bases) {
    List<String> records = new ArrayList<>();
    for (String base : bases) {
      String key = URLEncoder.encode(layout.session(id(base)), StandardCharsets.UTF_8);
      records.add(
          """
          {"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"eu-central-1","eventName":"ObjectCreated:Put",
           "s3":{"s3SchemaVersion":"1.0","bucket":{"name":"b"},"object":{"key":"%s","size":1,"sequencer":"1"}}}\
          """
              .formatted(key.replace("%2F", "/")));
    }
    return "{\"Records\":[" + String.join(",", records) + "]}";
  }

  public static SQSEvent batch(List<String> bodies) {
    List<SQSEvent.SQSMessage> messages = new ArrayList<>();
    for (String body : bodies) {
      SQSEvent.SQSMessage message = new SQSEvent.SQSMessage();
      message.setMessageId("m" + messages.size());
      message.setBody(body);
      messages.add(message);
    }
    SQSEvent event = new SQSEvent();
    event.setRecords(messages);
    return event;
  }

  /** Hands a batch to the handler; the numbers of the messages that came back. */
  public List<String> handle(String... bodies) {
    return failures(handler.handleRequest(batch(List.of(bodies)), new TestContext()));
  }

  public static List<String> failures(SQSBatchResponse response) {
    return response.getBatchItemFailures().stream()
        .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
        .toList();
  }

  /** An event for each session, all in one batch, none of which may come back. */
  public void changed(String... bases) {
    assertThat(handle(event(bases))).isEmpty();
  }

  /** Runs everything that is queued, and what that sends, one message at a time. */
  public void drain() {
    for (int handled = 0; !queue.isEmpty(); handled++) {
      assertThat(handled).as("messages handled").isLessThan(1_000);
      String body = queue.removeFirst();
      if (!handle(body).isEmpty()) {
        queue.addLast(body);
      }
    }
  }

  public JsonNode rebuild(String json) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      rebuilds.handleRequest(
          new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
          answer,
          new TestContext());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return JsonMapper.shared().readTree(answer.toByteArray());
  }

  public OverallIndex index() {
    return IndexProbe.read(bucket, layout).index();
  }

  public Optional<IndexRow> row(String base) {
    return index().rows().stream().filter(row -> row.id().equals(id(base))).findFirst();
  }

  public List<String> names() {
    return index().rows().stream().map(row -> row.id().base()).sorted().toList();
  }

  public void assertIndexIsRight() {
    assertThat(IndexOracle.differences(bucket, config)).isEmpty();
  }
}
