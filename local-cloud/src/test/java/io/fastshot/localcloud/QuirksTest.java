package io.fastshot.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastshot.localcloud.faults.FaultPlan;
import io.fastshot.localcloud.faults.Quirk;
import io.fastshot.model.KeyLayout;
import io.fastshot.store.Content;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.ObjectStores;
import io.fastshot.store.Precondition;
import io.fastshot.store.PutOutcome;
import io.fastshot.store.StoreException;
import io.fastshot.store.probe.EtagForm;
import io.fastshot.store.probe.StoreCapabilities;
import io.fastshot.store.probe.Support;
import io.fastshot.store.s3.S3ObjectStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Stores that differ from AWS: that the quirks bite, and what the probe makes of them. */
final class QuirksTest {
  private static final Precondition ABSENT = Precondition.absent();
  private static final int THREADS = 16;
  private static final int INCREMENTS = 10;

  @TempDir Path data;

  private LocalCloud cloud(String quirks) throws IOException {
    return Clouds.storeOnly(data, FaultPlan.parse(quirks.equals("-") ? "" : "quirks=" + quirks));
  }

  private static Content text(String text) {
    return Content.of(text.getBytes(StandardCharsets.UTF_8), "text/plain");
  }

  @ParameterizedTest
  @CsvSource({
    "-,HOLDS,AS_SENT,AS_SENT,AS_SENT,HOLDS,HOLDS",
    "quoted-writes-refused,HOLDS,UNQUOTED,AS_SENT,AS_SENT,HOLDS,HOLDS",
    "quoted-reads-refused,HOLDS,AS_SENT,UNQUOTED,UNQUOTED,HOLDS,HOLDS",
    "trailers-refused,HOLDS,AS_SENT,AS_SENT,AS_SENT,HOLDS,HOLDS",
    "contention-500,HOLDS,AS_SENT,AS_SENT,AS_SENT,HOLDS,HOLDS",
    "delete-conditions-ignored,HOLDS,AS_SENT,AS_SENT,AS_SENT,IGNORED,HOLDS",
    "delete-conditions-unknown,HOLDS,AS_SENT,AS_SENT,AS_SENT,REFUSED,HOLDS",
    "copy-conditions-ignored,HOLDS,AS_SENT,AS_SENT,AS_SENT,HOLDS,IGNORED",
    "copy-refused-but-made,HOLDS,AS_SENT,AS_SENT,AS_SENT,HOLDS,IGNORED",
    "conditions-ignored,IGNORED,AS_SENT,AS_SENT,AS_SENT,UNKNOWN,UNKNOWN",
    "quoted-writes-refused+trailers-refused+contention-500+delete-conditions-ignored,"
        + "HOLDS,UNQUOTED,AS_SENT,AS_SENT,IGNORED,HOLDS"
  })
  void theProbeFindsOutAndLeavesNothingBehind(
      String quirks,
      Support writes,
      EtagForm writeEtags,
      EtagForm readEtags,
      EtagForm copyEtags,
      Support deletes,
      Support copies)
      throws IOException {
    try (LocalCloud cloud = cloud(quirks);
        S3ObjectStore store = Clouds.store(cloud.info())) {
      StoreCapabilities found = store.probe();

      assertThat(List.of(found.writes(), found.deletes(), found.copies()))
          .containsExactly(writes, deletes, copies);
      assertThat(List.of(found.writeEtags(), found.readEtags(), found.copyEtags()))
          .containsExactly(writeEtags, readEtags, copyEtags);
      assertThat(found.evidence() == null).isEqualTo(writes == Support.HOLDS);
      awaitEmpty(store);
      assertThat(cloud.stats().queued() + cloud.stats().delivered()).as("events").isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"-,HOLDS", "sha256-unknown,REFUSED", "object-lock,HOLDS"})
  void whatThePutsOfTheProbeMeetIsFoundToo(String quirks, Support checksums) throws IOException {
    try (LocalCloud cloud = cloud(quirks);
        S3ObjectStore store = Clouds.store(cloud.info())) {
      StoreCapabilities found = store.probe();
      assertThat(found.writes()).isEqualTo(Support.HOLDS);
      assertThat(found.checksums()).isEqualTo(checksums);
      assertThat(String.join("\n", found.findings()).contains("Content-MD5 takes its place"))
          .isEqualTo(checksums == Support.REFUSED);
    }
  }

  @ParameterizedTest
  @CsvSource({"-,true", "complete-conditions-ignored,false", "conditions-ignored,false"})
  void uploadsInPartsAreOfferedOnlyWhereTheirConditionHolds(String quirks, boolean offered)
      throws IOException {
    try (LocalCloud cloud = cloud(quirks);
        S3ObjectStore store = Clouds.store(cloud.info())) {
      assertThat(store.inParts().isPresent()).isEqualTo(offered);
      awaitEmpty(store);
      try (S3Client s3 = Clouds.s3(cloud.info())) {
        assertThat(s3.listMultipartUploads(r -> r.bucket(cloud.info().bucket())).uploads())
            .isEmpty();
      }
    }
  }

  /** The cloud's own indexer probes at the start too, and again while it is refused. */
  private static void awaitEmpty(ObjectStore store) {
    for (int look = 0; look < 100 && !store.list("", null).objects().isEmpty(); look++) {
      LockSupport.parkNanos(20_000_000);
    }
    assertThat(store.list("", null).objects()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "-",
    "quoted-writes-refused+quoted-reads-refused",
    "trailers-refused",
    "contention-500",
    "quoted-writes-refused+trailers-refused+contention-500+delete-conditions-ignored"
  })
  void sixteenThreadsOfCompareAndSwapLoseNothing(String quirks) throws Exception {
    try (LocalCloud cloud = cloud(quirks);
        S3ObjectStore store = Clouds.store(cloud.info())) {
      assertThat(store.put("counter", text("0 start"), ABSENT))
          .isInstanceOf(PutOutcome.Installed.class);
      AtomicInteger failures = new AtomicInteger();
      together(() -> increment(store, failures));

      assertThat(read(store)).startsWith(THREADS * INCREMENTS + " ");
      assertThat(failures.get() > 0).isEqualTo(quirks.contains("contention"));
    }
  }

  private static void together(Callable<Integer> task) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = IntStream.range(0, THREADS).mapToObj(_ -> threads.submit(task)).toList();
      for (var one : running) {
        assertThat(one.get()).isEqualTo(INCREMENTS);
      }
    }
  }

  private static String read(ObjectStore store) {
    return new String(
        ObjectStores.read(store, "counter", 1_000).orElseThrow().bytes(), StandardCharsets.UTF_8);
  }

  private static int increment(ObjectStore store, AtomicInteger failures) {
    int done = 0;
    while (done < INCREMENTS) {
      var before = ObjectStores.read(store, "counter", 1_000).orElseThrow();
      String text = new String(before.bytes(), StandardCharsets.UTF_8);
      int count = Integer.parseInt(text.substring(0, text.indexOf(' '))) + 1;
      Content next = text(count + " " + UUID.randomUUID());
      try {
        Precondition same = Precondition.matches(before.info().etag());
        done += store.put("counter", next, same) instanceof PutOutcome.Installed ? 1 : 0;
      } catch (StoreException.Unavailable _) {
        failures.incrementAndGet(); // this store answers so, and did not write
      }
    }
    return done;
  }

  @Test
  void whereConditionsAreIgnoredNothingIsWrittenAndTheMessageSaysWhy() throws IOException {
    try (LocalCloud cloud = cloud("conditions-ignored");
        S3ObjectStore store = Clouds.store(cloud.info())) {
      assertThatThrownBy(() -> store.put("k", text("mine"), ABSENT))
          .isInstanceOf(StoreException.Rejected.class)
          .hasMessageContaining("Nothing was written to " + cloud.info().endpoint())
          .hasMessageContaining("it overwrote an object although the request said")
          .hasMessageContaining("docs/STORES.md");
      awaitEmpty(store);
      assertThatThrownBy(() ->
              S3ObjectStore.openForIndexer(Clouds.settings(cloud.info()), KeyLayout.atRoot())
                  .list("", null))
          .isInstanceOf(StoreException.Rejected.class)
          .hasMessageStartingWith("The indexer does not run on " + cloud.info().endpoint());
    }
  }

  @Test
  void theTrailersOfTheSdkAreRefusedWhereTheyShould() throws IOException {
    try (LocalCloud cloud = cloud("trailers-refused");
        S3Client s3 = Clouds.s3(cloud.info())) {
      String bucket = cloud.info().bucket();
      assertThatThrownBy(
              () -> s3.putObject(r -> r.bucket(bucket).key("k"), RequestBody.fromString("x")))
          .isInstanceOfSatisfying(
              S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(400));
    }
  }

  @Test
  void quotedEtagsAreRefusedWhereTheyShould() throws IOException {
    try (LocalCloud cloud = cloud("quoted-writes-refused+quoted-reads-refused");
        S3Client s3 = Clouds.s3(cloud.info())) {
      String bucket = cloud.info().bucket();
      String etag =
          s3.putObject(r -> r.bucket(bucket).key("k"), RequestBody.fromString("x")).eTag();
      assertThat(etag).startsWith("\"");
      for (Runnable request :
          new Runnable[] {
            () ->
                s3.putObject(
                    r -> r.bucket(bucket).key("k").ifMatch(etag), RequestBody.fromString("y")),
            () -> s3.getObjectAsBytes(r -> r.bucket(bucket).key("k").ifMatch(etag)),
            () -> s3.deleteObject(r -> r.bucket(bucket).key("k").ifMatch(etag)),
            () ->
                s3.copyObject(r ->
                    r.sourceBucket(bucket)
                        .sourceKey("k")
                        .copySourceIfMatch(etag)
                        .destinationBucket(bucket)
                        .destinationKey("copy"))
          }) {
        assertThatThrownBy(request::run)
            .isInstanceOfSatisfying(
                S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(412));
      }
    }
  }

  @Test
  void anUnknownQuirkIsNamedWithThoseThatThereAre() {
    assertThatThrownBy(() -> FaultPlan.parse("quirks=trailers-refused+slow"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"slow\"")
        .hasMessageContaining("contention-500");
    assertThat(FaultPlan.parse("seed=3,quirks=trailers-refused+contention-500").quirks())
        .containsExactlyInAnyOrder(Quirk.TRAILERS_REFUSED, Quirk.CONTENTION_500);
  }
}
