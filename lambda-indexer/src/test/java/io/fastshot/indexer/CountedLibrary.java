package io.fastshot.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.container.bytes.XorMask;
import io.fastshot.indexer.run.IndexerConfig;
import io.fastshot.indexer.run.Indexing;
import io.fastshot.indexer.run.Parallel;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.SessionId;
import io.fastshot.store.Content;
import io.fastshot.store.CountingObjectStore;
import io.fastshot.store.MemoryObjectStore;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.Precondition;
import io.fastshot.store.RequestCounts;
import io.fastshot.store.Verb;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/** A library whose real handlers' requests are counted. Pages of listings are as long as S3's. */
final class CountedLibrary {
  private static final KeyLayout LAYOUT = KeyLayout.atRoot();
  private static final IndexerConfig CONFIG = IndexerConfig.of(LAYOUT, XorMask.none());

  /** As the event source mapping hands messages out. */
  private static final int BATCH = 100;

  private final MemoryObjectStore bucket = new MemoryObjectStore();
  private final ScriptedStore scripted = new ScriptedStore(bucket);
  private final CountingObjectStore counted = new CountingObjectStore(scripted, LAYOUT);
  private final Deque<String> queue = new ArrayDeque<>();
  private final IndexerHandler handler = new IndexerHandler(parts(counted));
  private final RebuildHandler rebuilds = new RebuildHandler(parts(counted));
  private final IndexerHandler otherWriter = new IndexerHandler(parts(bucket));
  private long sent;

  /**
   * Requests of S3, as it charges for them.
   *
   * @param reads GET and HEAD
   * @param writes PUT, COPY and LIST
   * @param removals DELETE, which is free
   * @param messages that the functions sent to the queue
   */
  record Cost(long reads, long writes, long removals, long messages) {
    long requests() {
      return reads + writes + removals;
    }

    Cost plus(Cost other) {
      return new Cost(
          reads + other.reads,
          writes + other.writes,
          removals + other.removals,
          messages + other.messages);
    }

    Cost times(long n) {
      return new Cost(reads * n, writes * n, removals * n, messages * n);
    }
  }

  private Indexing parts(ObjectStore store) {
    return new Indexing(
        store,
        bodies -> {
          queue.addAll(bodies);
          sent += bodies.size();
        },
        CONFIG,
        () -> TestLibrary.START,
        new Random(1),
        _ -> {},
        Parallel.sequential());
  }

  static String base(int number) {
    return String.format(Locale.ROOT, "20250621%06d_session", number);
  }

  /** Puts sessions without telling anybody. */
  CountedLibrary holding(int sessions, byte[] file) {
    return holding(0, sessions, file);
  }

  /** Puts sessions from a number on without telling anybody. */
  CountedLibrary holding(int first, int sessions, byte[] file) {
    for (int i = first; i < first + sessions; i++) {
      Content content = Content.of(file, "image/png");
      bucket.put(LAYOUT.session(new SessionId(base(i))), content, Precondition.none());
    }
    return this;
  }

  /** The same after the index took them in, and is complete. */
  CountedLibrary indexed() {
    assertThat(rebuild("{\"mode\":\"all\"}").requests()).isPositive();
    assertThat(IndexProbe.read(bucket, LAYOUT).index().complete()).isTrue();
    return this;
  }

  /** Removes sessions without telling anybody. */
  CountedLibrary without(int sessions) {
    for (int i = 0; i < sessions; i++) {
      bucket.delete(LAYOUT.session(new SessionId(base(i))), Precondition.none());
    }
    return this;
  }

  /** Just before this library's next write of the index, another writer takes in a session. */
  CountedLibrary disturbedBy(int number) {
    scripted.before(
        ScriptedStore.Verb.PUT,
        LAYOUT.overallMeta(),
        1,
        () -> otherWriter.handleRequest(TestLibrary.batch(events(number, 1)), new TestContext()));
    return this;
  }

  private static List<String> events(int first, int count) {
    List<String> bodies = new ArrayList<>();
    IntStream.range(first, first + count)
        .forEach(i -> {
          String key = URLEncoder.encode(base(i), StandardCharsets.UTF_8);
          bodies.add(
              """
              {"Records":[{"s3":{"bucket":{"name":"b"},"object":{"key":"sessions/%s.fastshot"}}}]}\
              """
                  .formatted(key));
        });
    return bodies;
  }

  /** What one batch of events for the first {@code n} sessions costs. */
  Cost batch(int n) {
    begin();
    var response = handler.handleRequest(TestLibrary.batch(events(0, n)), new TestContext());
    assertThat(TestLibrary.failures(response)).isEmpty();
    return end();
  }

  /** What a request to the rebuild function costs, with all that follows, in full batches. */
  Cost rebuild(String request) {
    begin();
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      rebuilds.handleRequest(
          new ByteArrayInputStream(request.getBytes(StandardCharsets.UTF_8)),
          answer,
          new TestContext());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(answer.toString(StandardCharsets.UTF_8)).doesNotContain("\"error\"");
    while (!queue.isEmpty()) {
      List<String> batch = new ArrayList<>();
      while (!queue.isEmpty() && batch.size() < BATCH) {
        batch.add(queue.removeFirst());
      }
      var response = handler.handleRequest(TestLibrary.batch(batch), new TestContext());
      assertThat(TestLibrary.failures(response)).isEmpty();
    }
    assertThat(IndexOracle.differences(bucket, CONFIG)).isEmpty();
    return end();
  }

  private void begin() {
    counted.reset();
    sent = 0;
  }

  private Cost end() {
    RequestCounts counts = counted.snapshot();
    return new Cost(
        requests(counts, Verb.GET, Verb.HEAD),
        requests(counts, Verb.PUT, Verb.COPY, Verb.LIST),
        requests(counts, Verb.DELETE),
        sent);
  }

  private static long requests(RequestCounts counts, Verb... verbs) {
    long sum = 0;
    for (Verb verb : verbs) {
      sum += counts.of(verb).requests();
    }
    return sum;
  }
}
