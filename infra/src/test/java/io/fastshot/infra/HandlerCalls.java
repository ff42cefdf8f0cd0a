package io.fastshot.infra;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.indexer.IndexerHandler;
import io.fastshot.indexer.RebuildHandler;
import io.fastshot.indexer.run.IndexerConfig;
import io.fastshot.indexer.run.Indexing;
import io.fastshot.indexer.run.Parallel;
import io.fastshot.infra.RecordingStore.Call;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.SessionId;
import io.fastshot.store.Content;
import io.fastshot.store.MemoryObjectStore;
import io.fastshot.store.Precondition;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The real handlers at work in memory, and what each of them asks of S3 and SQS. */
final class HandlerCalls {
  private static final String SESSION =
      """
      {"session": {"version": "1.0", "timestamp": "2025-06-21T11:46:15", "windows": []},
       "metadata": {"name": "n", "desc": "d", "tags": [], "color": "green", "class": "c",
         "created_at": "2025-06-21T11:46:15", "filename": "x", "image_count": 0, "thumbnail_collage": %s}}
      """;
  private static final String PIXEL =
      "\"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==\"";

  final Set<Call> ofIndexer = new LinkedHashSet<>();
  final Set<Call> ofRebuild = new LinkedHashSet<>();

  private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));
  private final MemoryObjectStore bucket = new MemoryObjectStore(clock, 1_000);
  private final Random random = new Random(1); // one for all: ids of rebuilds must not repeat
  private final Deque<String> messages = new ArrayDeque<>();
  private final KeyLayout layout;
  private final String bucketArn;
  private final String queueArn;

  HandlerCalls(String bucketArn, String prefix, String queueArn) {
    this.bucketArn = bucketArn;
    this.layout = new KeyLayout(prefix);
    this.queueArn = queueArn;
  }

  private Indexing parts(Set<Call> calls) {
    return new Indexing(
        new RecordingStore(bucket, bucketArn, calls),
        bodies -> {
          calls.add(new Call("sqs:SendMessage", queueArn));
          messages.addAll(bodies);
        },
        IndexerConfig.of(layout, XorMask.none()),
        clock,
        random,
        _ -> {},
        Parallel.sequential());
  }

  /** Creates, replaces, deletes, rebuilds of every kind, and what goes wrong. */
  void work() throws IOException {
    put("a", SESSION.formatted(PIXEL));
    put("b", SESSION.formatted("null"));
    put("empty", "");
    event("a", "b", "empty", "absent");
    drain();
    bucket.delete(layout.session(new SessionId("a")), Precondition.none());
    event("a");
    for (String mode : List.of("check", "all", "overall")) {
      put("late" + mode, SESSION.formatted("null"));
      bucket.delete(layout.metaIndex(new SessionId("b")), Precondition.none());
      rebuild("{\"mode\":\"" + mode + "\",\"dry_run\":true}");
      rebuild("{\"mode\":\"" + mode + "\",\"force\":true}");
      drain();
    }
    rebuild("{\"mode\":\"keys\",\"keys\":[\"b.fastshot\"]}");
    rebuild("{\"action\":\"cancel\"}");
    drain();
    bucket.delete(layout.overallMeta(), Precondition.none());
    event("b");
    drain();
    bucket.delete(layout.overallMeta(), Precondition.none());
    rebuild("{\"mode\":\"check\"}");
    drain();
  }

  private void put(String base, String text) {
    bucket.put(
        layout.session(new SessionId(base)),
        Content.of(text.getBytes(StandardCharsets.UTF_8), "image/png"),
        Precondition.none());
  }

  private void event(String... bases) {
    List<String> records = new ArrayList<>();
    for (String base : bases) {
      String key = URLEncoder.encode(layout.session(new SessionId(base)), StandardCharsets.UTF_8);
      records.add("{\"s3\":{\"object\":{\"key\":\"" + key + "\"}}}");
    }
    handle("{\"Records\":[" + String.join(",", records) + "]}");
  }

  private void drain() {
    while (!messages.isEmpty()) {
      handle(messages.removeFirst());
    }
  }

  private void handle(String body) {
    SQSEvent.SQSMessage message = new SQSEvent.SQSMessage();
    message.setMessageId("m");
    message.setBody(body);
    SQSEvent event = new SQSEvent();
    event.setRecords(List.of(message));
    new IndexerHandler(parts(ofIndexer)).handleRequest(event, context());
  }

  private void rebuild(String request) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    new RebuildHandler(parts(ofRebuild))
        .handleRequest(
            new ByteArrayInputStream(request.getBytes(StandardCharsets.UTF_8)), answer, context());
    String text = answer.toString(StandardCharsets.UTF_8);
    if (text.contains("\"status\":\"error\"")) {
      throw new IllegalStateException(request + ": " + text);
    }
  }

  /** An invocation with a minute left and a log that nobody reads. */
  private static Context context() {
    LambdaLogger silent =
        new LambdaLogger() {
          @Override
          public void log(String message) {}

          @Override
          public void log(byte[] message) {}
        };
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (_, method, _) ->
                switch (method.getName()) {
                  case "getLogger" -> silent;
                  case "getRemainingTimeInMillis" -> 60_000;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
