package io.fastshot.client.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.data.Library;
import io.fastshot.client.data.connection.Credentials;
import io.fastshot.client.data.connection.LibrarySettings;
import io.fastshot.fixtures.Extent;
import io.fastshot.model.Checksum;
import io.fastshot.model.IndexRow;
import io.fastshot.store.ETag;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The original app writes its nameless list again and again while 20 changes a second come: a name
 * that a client was shown of an object never goes blank, on a client that stays open and on new
 * ones, with the real indexer and over HTTP.
 */
class BesideTheOriginalOverHttpTest {
  private static final int SECONDS = Extent.of(6, 60);
  private static final int CHANGES_PER_SECOND = 20;
  private static final int SESSIONS = 60;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path home;

  private final Map<String, String> shown = new ConcurrentHashMap<>();
  private final Queue<String> blank = new ConcurrentLinkedQueue<>();
  private final Queue<Throwable> thrown = new ConcurrentLinkedQueue<>();
  private final AtomicInteger lists = new AtomicInteger();
  private final AtomicInteger looks = new AtomicInteger();
  private final AtomicInteger changes = new AtomicInteger();

  @SuppressWarnings("NullAway.Init")
  BesideTheOriginalOverHttpTest() {}

  @Test
  void noNameGoesBlank() throws Exception {
    try (ServeProcess serve = ServeProcess.start(home, home.resolve("data"), 0);
        S3Client s3 = serve.s3();
        Library warm = open(serve, "warm")) {
      SplittableRandom random = new SplittableRandom(1);
      for (int i = 0; i < SESSIONS; i++) {
        put(serve, s3, i, random.nextInt(3));
      }
      try (ScheduledExecutorService timer = Executors.newScheduledThreadPool(4)) {
        List<Future<?>> tasks =
            List.of(
                timer.scheduleAtFixedRate(
                    guarded(() -> change(serve, s3, random)),
                    0,
                    1_000 / CHANGES_PER_SECOND,
                    TimeUnit.MILLISECONDS),
                timer.scheduleWithFixedDelay(
                    guarded(() -> theAppWritesItsList(serve, s3)), 100, 100, TimeUnit.MILLISECONDS),
                timer.scheduleWithFixedDelay(
                    guarded(() -> look(warm, etags(serve, s3))), 0, 20, TimeUnit.MILLISECONDS),
                timer.scheduleWithFixedDelay(
                    guarded(() -> cold(serve, s3)), 0, 20, TimeUnit.MILLISECONDS));
        boolean _ = timer.awaitTermination(SECONDS, TimeUnit.SECONDS);
        tasks.forEach(task -> task.cancel(false)); // what has begun ends
        timer.shutdown();
        assertThat(timer.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
      }
      assertThat(thrown).isEmpty();
      assertThat(blank).as("%s lists, %s looks, %s changes", lists, looks, changes).isEmpty();
      assertThat(shown).isNotEmpty();
      assertThat(lists.get()).isGreaterThan(SECONDS);
      put(serve, s3, SESSIONS, 0); // the event that finds the app's last list
      assertThat(isOursWithin(PATIENCE, serve, s3)).isTrue();
      assertThat(serve.differencesWithin(PATIENCE)).isEmpty();
      System.out.printf(
          "beside the original: %s lists, %s looks, %s changes%n", lists, looks, changes);
    }
  }

  private static boolean isOursWithin(Duration patience, ServeProcess serve, S3Client s3) {
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end) {
      String index =
          s3.getObjectAsBytes(r -> r.bucket(serve.bucket()).key("overall_meta.json"))
              .asUtf8String();
      if (index.startsWith("{\"format\":2,")) {
        return true;
      }
      LockSupport.parkNanos(50_000_000);
    }
    return false;
  }

  private Runnable guarded(Runnable step) {
    return () -> {
      try {
        step.run();
      } catch (RuntimeException | AssertionError e) {
        thrown.add(e);
      }
    };
  }

  private Library open(ServeProcess serve, String client) {
    LibrarySettings settings =
        new LibrarySettings(
            "beside",
            "beside",
            serve.endpoint(),
            serve.region(),
            serve.bucket(),
            "",
            null,
            new Credentials(serve.accessKey(), serve.secretKey()),
            LibrarySettings.DEFAULT_REBUILD_FUNCTION,
            Sessions.LEGACY_KEY);
    return Library.open(settings, home.resolve(client), InstantSource.system());
  }

  private void change(ServeProcess serve, S3Client s3, SplittableRandom random) {
    int number = random.nextInt(SESSIONS);
    changes.incrementAndGet();
    if (random.nextInt(4) == 0) {
      s3.deleteObject(r -> r.bucket(serve.bucket()).key(key(number)));
    } else {
      put(serve, s3, number, random.nextInt(3));
    }
  }

  private static String key(int number) {
    return "sessions/20250621%06d_s.fastshot".formatted(number);
  }

  private void put(ServeProcess serve, S3Client s3, int number, int kind) {
    byte[] bytes = Sessions.small("name " + changes.get() + " of " + number, kind);
    s3.putObject(
        r -> r.bucket(serve.bucket()).key(key(number)).contentType("image/png"),
        RequestBody.fromBytes(bytes));
  }

  private void theAppWritesItsList(ServeProcess serve, S3Client s3) {
    List<String> rows = new ArrayList<>();
    for (S3Object object :
        s3.listObjectsV2(r -> r.bucket(serve.bucket()).prefix("sessions/")).contents()) {
      rows.add(
          """
          {"filename": "%s", "created_at": "%s", "file_size": %d, "checksum": "etag:%s"}\
          """
              .formatted(
                  object.key().substring("sessions/".length()),
                  object.lastModified(),
                  object.size(),
                  new ETag(object.eTag()).unquoted()));
    }
    String list =
        """
        {"version": "1.0", "last_updated": "%s", "total_sessions": %d, "sessions": [%s],
         "checksum": "x"}
        """
            .formatted(Instant.EPOCH.plusMillis(lists.get()), rows.size(), String.join(",", rows));
    s3.putObject(
        r -> r.bucket(serve.bucket()).key("overall_meta.json").contentType("application/json"),
        RequestBody.fromString(list));
    lists.incrementAndGet();
  }

  private void cold(ServeProcess serve, S3Client s3) {
    try (Library library = open(serve, "cold" + looks.get())) {
      look(library, etags(serve, s3));
    }
  }

  /** What is there after a refresh: of an object that is gone, nobody can be shown the name. */
  private static Supplier<Set<String>> etags(ServeProcess serve, S3Client s3) {
    return () ->
        s3.listObjectsV2(r -> r.bucket(serve.bucket()).prefix("sessions/")).contents().stream()
            .map(object -> new ETag(object.eTag()).unquoted())
            .collect(Collectors.toSet());
  }

  private void look(Library library, Supplier<Set<String>> etags) {
    Set<String> before = Set.copyOf(shown.keySet());
    library.refresh();
    looks.incrementAndGet();
    Set<String> there = etags.get();
    for (IndexRow row : library.cached().rows()) {
      String name = row.meta().fields().name();
      String src = row.meta().src();
      Checksum checksum = row.meta().checksum();
      if (src != null) {
        shown.putIfAbsent(object(row, new ETag(src).unquoted()), name);
      } else if (checksum != null
          && (name.isBlank() || name.equals(row.id().base()))
          && there.contains(checksum.value())
          && before.contains(object(row, checksum.value()))) {
        blank.add(row + " was shown as " + shown.get(object(row, checksum.value())));
      }
    }
  }

  private static String object(IndexRow row, String etag) {
    return row.id().base() + " " + etag;
  }
}
