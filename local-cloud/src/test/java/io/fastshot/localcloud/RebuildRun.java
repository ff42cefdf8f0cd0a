package io.fastshot.localcloud;

import io.fastshot.container.bytes.XorMask;
import io.fastshot.indexer.IndexOracle;
import io.fastshot.indexer.IndexerHandler;
import io.fastshot.indexer.RebuildHandler;
import io.fastshot.indexer.run.IndexerConfig;
import io.fastshot.indexer.run.Indexing;
import io.fastshot.localcloud.events.QueueStats;
import io.fastshot.model.KeyLayout;
import io.fastshot.store.ByteRange;
import io.fastshot.store.CountingObjectStore;
import io.fastshot.store.GetOutcome;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.Precondition;
import io.fastshot.store.RequestCounts;
import io.fastshot.store.Verb;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** A library of so many sessions on a local cloud, rebuilt as a whole while a client changes it. */
final class RebuildRun implements AutoCloseable {
  private static final KeyLayout LAYOUT = KeyLayout.atRoot();
  private static final Duration POLL = Duration.ofMillis(500);
  private static final int HEAD_BYTES = 2_000;
  private static final Pattern REV = Pattern.compile("\"rev\":(\\d+)");
  private static final Pattern STATE = Pattern.compile("\"state\":\"(\\w+)\"");

  private final AtomicReference<@Nullable CountingObjectStore> counting = new AtomicReference<>();
  private final LocalCloud cloud;
  private final ObjectStore store;
  private final Duration patience;

  /**
   * What a phase took.
   *
   * @param cpu of this process, which says more than the time where other work runs beside it
   * @param requests of the functions
   * @param installs versions of the index
   * @param changes that the client made meanwhile
   * @param peakHeapBytes of this process, in which the server, the functions and the client run
   */
  record Phase(
      Duration time,
      Duration cpu,
      RequestCounts requests,
      long installs,
      int changes,
      long peakHeapBytes) {

    /** PUTs of the index for each installed version; 1 without contention. */
    double attemptsPerInstall() {
      return requests.of(Verb.PUT, RequestCounts.Kind.OVERALL_META).requests() / (double) installs;
    }
  }

  private RebuildRun(LocalCloudConfig config, Duration patience) throws IOException {
    this.patience = patience;
    this.cloud = LocalCloud.start(config, this::counted);
    this.store = Clouds.store(cloud.info());
  }

  /** Starts the cloud on a filled folder. */
  static RebuildRun start(LocalCloudConfig config, Duration patience) throws IOException {
    return new RebuildRun(config, patience);
  }

  private Functions.Handlers counted(Indexing parts) {
    CountingObjectStore counted = new CountingObjectStore(parts.store(), LAYOUT);
    counting.set(counted);
    Indexing same =
        new Indexing(counted, parts.queue(), parts.config(), parts.clock(), parts.random());
    return new Functions.Handlers(new IndexerHandler(same), new RebuildHandler(same));
  }

  /** The check at the start, which finds nothing. */
  Phase check() throws InterruptedException, IOException {
    return measured(() -> {
      requireIdle();
      return 0;
    });
  }

  /** A rebuild of all, forced, while a client makes so many changes a second. */
  Phase rebuild(int sessions, int changesPerSecond) throws InterruptedException, IOException {
    Objects.requireNonNull(counting.get()).reset();
    return measured(() -> {
      int changes;
      try (LiveChanges live = LiveChanges.start(store, sessions, changesPerSecond)) {
        invoke("{\"mode\":\"all\",\"force\":true}");
        awaitEndOfRebuild();
        changes = live.made();
      }
      requireIdle();
      return changes;
    });
  }

  private interface Work {
    int run() throws InterruptedException, IOException;
  }

  private Phase measured(Work work) throws InterruptedException, IOException {
    long revBefore = rev();
    Duration cpuBefore = cpu();
    long start = System.nanoTime();
    try (HeapPeak heap = HeapPeak.watch()) {
      int changes = work.run();
      Duration time = Duration.ofNanos(System.nanoTime() - start);
      RequestCounts requests = Objects.requireNonNull(counting.get()).snapshot();
      return new Phase(
          time, cpu().minus(cpuBefore), requests, rev() - revBefore, changes, heap.bytes());
    }
  }

  private static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /**
   * Asks for a rebuild and waits for the answer, which comes when its parts are sent. Not asked
   * again after a while, as the SDK would do it: that would start another one.
   */
  private void invoke(String request) {
    try (LambdaClient lambda =
        LambdaClient.builder()
            .endpointOverride(cloud.info().endpoint())
            .region(Region.of(cloud.info().region()))
            .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(patience))
            .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(cloud.info().accessKey(), cloud.info().secretKey())))
            .build()) {
      var _ =
          lambda.invoke(r ->
              r.functionName(cloud.info().rebuildFunction())
                  .payload(SdkBytes.fromUtf8String(request)));
    }
  }

  private void awaitEndOfRebuild() throws InterruptedException, IOException {
    long end = System.nanoTime() + patience.toNanos();
    while (state().equals("running")) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the rebuild did not end; " + cloud.stats());
      }
      Thread.sleep(POLL);
    }
  }

  /** As in JSON; empty before the first rebuild. */
  String state() throws IOException {
    Matcher state = STATE.matcher(head());
    return state.find() ? state.group(1) : "";
  }

  private void requireIdle() throws InterruptedException {
    if (!cloud.awaitIdle(patience)) {
      throw new AssertionError("the queue did not run empty; " + cloud.stats());
    }
  }

  /** The first bytes of the index, as text: its rows would fill the memory that is measured. */
  private String head() throws IOException {
    return switch (store.get(LAYOUT.overallMeta(), ByteRange.whole(), Precondition.none())) {
      case GetOutcome.Found found -> {
        try (found;
            InputStream body = new BufferedInputStream(found.body())) {
          body.mark(2);
          boolean gzip = body.read() == 0x1f && body.read() == 0x8b;
          body.reset();
          byte[] first = (gzip ? new GZIPInputStream(body) : body).readNBytes(HEAD_BYTES);
          yield new String(first, StandardCharsets.ISO_8859_1);
        }
      }
      case GetOutcome.Absent _ -> "";
      case GetOutcome.NotModified _, GetOutcome.Changed _, GetOutcome.OutOfRange _ ->
          throw new AssertionError("an unasked answer");
    };
  }

  private long rev() throws IOException {
    Matcher rev = REV.matcher(head());
    return rev.find() ? Long.parseLong(rev.group(1)) : 0;
  }

  QueueStats stats() {
    return cloud.stats();
  }

  /** Where the index differs from the bucket; see {@link IndexOracle}. */
  List<String> differences() {
    return IndexOracle.differences(store, IndexerConfig.of(LAYOUT, XorMask.none()));
  }

  @Override
  public void close() {
    store.close();
    cloud.close();
  }
}
