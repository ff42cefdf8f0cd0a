package io.fastshot.client.data.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.fastshot.client.data.Bucket;
import io.fastshot.client.data.Library;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.indexer.IndexerHandler;
import io.fastshot.indexer.run.IndexerConfig;
import io.fastshot.indexer.run.Indexing;
import io.fastshot.localcloud.functions.LocalContext;
import io.fastshot.model.IndexRow;
import io.fastshot.model.ObjectKey;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import io.fastshot.store.Content;
import io.fastshot.store.ListPage;
import io.fastshot.store.ObjectStores;
import io.fastshot.store.Precondition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The original app writes its nameless list between any two steps of the indexer and of clients: of
 * an object that is still there, a name that was once shown is never blank again, neither to a
 * client that was open nor to one that is new.
 */
class BesideTheOriginalTest {
  private static final int SCHEDULES = 20;
  private static final int STEPS = 60;
  private static final int SESSIONS = 5;

  @TempDir Path homes;

  @SuppressWarnings("NullAway.Init")
  BesideTheOriginalTest() {}

  @ParameterizedTest
  @ValueSource(longs = {0, 100, 200, 300, 400})
  void noNameIsEverBlankAgain(long firstSeed) throws IOException {
    int named = 0;
    for (int i = 0; i < SCHEDULES; i++) {
      named += new Schedule(firstSeed + i, homes.resolve("s" + firstSeed + "-" + i)).run();
    }
    assertThat(named).as("names shown in all").isPositive();
  }

  private static final class Schedule {
    private final long seed;
    private final Path home;
    private final SplittableRandom random;
    private final Bucket bucket = new Bucket();
    private final Deque<String> queue = new ArrayDeque<>();
    private final IndexerHandler indexer;
    private final Map<String, String> shown = new HashMap<>();
    private int clients;

    Schedule(long seed, Path home) {
      this.seed = seed;
      this.home = home;
      this.random = new SplittableRandom(seed);
      this.indexer =
          new IndexerHandler(
              new Indexing(
                  bucket.store,
                  queue::addAll,
                  IndexerConfig.of(Bucket.LAYOUT, XorMask.none()),
                  Bucket.CLOCK,
                  new SplittableRandom(seed)));
    }

    int run() throws IOException {
      try (Library warm = bucket.open(home.resolve("warm"))) {
        for (int step = 0; step < STEPS; step++) {
          switch (random.nextInt(8)) {
            case 0, 1 -> change(step);
            case 2, 3 -> theAppWritesItsList();
            case 4, 5 -> deliver();
            case 6 -> look(warm);
            default -> {
              try (Library cold = bucket.open(home.resolve("cold" + clients++))) {
                look(cold);
              }
            }
          }
        }
      }
      return shown.size();
    }

    private void change(int step) {
      SessionId id = new SessionId("2025062111461" + random.nextInt(SESSIONS));
      String key = Bucket.LAYOUT.session(id);
      if (random.nextInt(4) == 0) {
        bucket.store.delete(key, Precondition.none());
      } else {
        bucket.store.put(key, Content.of(session(step), "image/png"), Precondition.none());
      }
      queue.add(
          """
          {"Records":[{"eventSource":"aws:s3","eventName":"x","s3":{"object":{"key":"%s"}}}]}\
          """
              .formatted(key));
    }

    private static byte[] session(int step) {
      return """
      {"session": {"version": "1.0", "timestamp": "2025-06-21T11:46:15", "windows": []},
       "metadata": {"name": "name of step %d", "desc": "d", "tags": ["t"], "color": "", "class": "",
         "created_at": "2025-06-21T11:46:15", "filename": "x", "image_count": 0}}\
      """
          .formatted(step)
          .getBytes(StandardCharsets.UTF_8);
    }

    private void theAppWritesItsList() {
      List<SessionMeta> sessions =
          listed().values().stream()
              .filter(_ -> random.nextInt(4) != 0)
              .map(entry ->
                  Bucket.meta(id(entry).base(), "", entry.sizeBytes(), entry.etag().value(), null))
              .toList();
      bucket.writtenByOriginal(sessions.toArray(SessionMeta[]::new));
    }

    private Map<SessionId, ListPage.Entry> listed() {
      Map<SessionId, ListPage.Entry> listed = new HashMap<>();
      ObjectStores.listAll(bucket.store, Bucket.LAYOUT.sessions())
          .forEach(entry -> listed.put(id(entry), entry));
      return listed;
    }

    private static SessionId id(ListPage.Entry entry) {
      return ((ObjectKey.Session) Bucket.LAYOUT.parse(entry.key())).id();
    }

    private void deliver() {
      String body = queue.poll();
      if (body != null) {
        SQSEvent.SQSMessage message = new SQSEvent.SQSMessage();
        message.setMessageId("m");
        message.setBody(body);
        SQSEvent event = new SQSEvent();
        event.setRecords(List.of(message));
        indexer.handleRequest(
            event, new LocalContext("indexer", Bucket.CLOCK, Duration.ofMinutes(1), _ -> {}));
      }
    }

    private void look(Library client) {
      client.refresh();
      Map<SessionId, ListPage.Entry> there = listed();
      for (IndexRow row : client.cached().rows()) {
        ListPage.Entry entry = there.get(row.id());
        if (entry == null || entry.sizeBytes() != row.meta().fileSizeBytes()) {
          continue; // deleted or replaced since: the list says what it knew
        }
        String name = row.meta().fields().name();
        String object = entry.key() + " " + entry.etag().value();
        boolean blank = name.isBlank() || name.equals(row.id().base());
        if (blank) {
          assertThat(shown).as("seed %d: %s", seed, row).doesNotContainKey(object);
        } else if (entry.etag().value().equals(row.meta().src())) {
          shown.put(object, name);
        }
      }
    }
  }
}
