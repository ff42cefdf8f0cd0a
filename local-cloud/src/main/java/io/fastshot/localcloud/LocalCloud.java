package io.fastshot.localcloud;

import io.fastshot.indexer.IndexerHandler;
import io.fastshot.indexer.RebuildHandler;
import io.fastshot.localcloud.awssdk.DiskBlobStore;
import io.fastshot.localcloud.awssdk.ForgetfulBlobStore;
import io.fastshot.localcloud.awssdk.TrailerFilter;
import io.fastshot.localcloud.disk.ObjectChange;
import io.fastshot.localcloud.disk.ObjectChangeListener;
import io.fastshot.localcloud.events.DeadLetters;
import io.fastshot.localcloud.events.EventQueue;
import io.fastshot.localcloud.events.QueueStats;
import io.fastshot.localcloud.events.S3EventBody;
import io.fastshot.localcloud.faults.DateFilter;
import io.fastshot.localcloud.faults.FaultFilter;
import io.fastshot.localcloud.faults.Quirk;
import io.fastshot.localcloud.faults.QuirkFilter;
import io.fastshot.localcloud.functions.LambdaFunction;
import io.fastshot.localcloud.functions.LambdaHost;
import io.fastshot.localcloud.functions.LocalContext;
import io.fastshot.localcloud.http.CopyConditionFilter;
import io.fastshot.localcloud.http.DrainedErrors;
import io.fastshot.localcloud.http.PlainListings;
import io.fastshot.localcloud.http.RefusedHeaders;
import io.fastshot.localcloud.http.RequestLimits;
import io.fastshot.localcloud.http.S3Endpoint;
import io.fastshot.localcloud.http.SignatureV4;
import io.fastshot.localcloud.http.SignedRequests;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.SessionId;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import org.gaul.s3proxy.S3FrontEnd;
import org.gaul.s3proxy.blobstore.BlobStore;

/**
 * The cloud on one machine: an S3 endpoint on 127.0.0.1 over a data folder, the indexer running on
 * its events, and the Lambda Invoke API for the rebuild function.
 *
 * <p>No event is lost by a restart or a crash: at each start a check compares the bucket with the
 * index, and a rebuild that was running is asked for again.
 *
 * <p><b>Threads:</b> all methods are safe from any thread.
 */
public final class LocalCloud implements AutoCloseable {
  /** The region of every local cloud. */
  public static final String REGION = LocalContext.REGION;

  /** The name of the rebuild function in every local cloud. */
  public static final String REBUILD_FUNCTION = "fastshot-rebuild";

  /** Held here, because java.util.logging forgets the levels of loggers that nobody holds. */
  private static final List<Logger> QUIETED =
      List.of(
          Logger.getLogger("org.eclipse.jetty"),
          Logger.getLogger("org.gaul.s3proxy"),
          Logger.getLogger("io.fastshot.function"));

  private final LocalCloudInfo info;
  private final EventQueue queue;
  private final Deque<AutoCloseable> parts;

  private LocalCloud(LocalCloudInfo info, EventQueue queue, Deque<AutoCloseable> parts) {
    this.info = info;
    this.queue = queue;
    this.parts = parts;
  }

  /**
   * Starts a local cloud; when this returns, requests are answered. Takes about a second.
   *
   * @throws IOException if the data folder cannot be used, another process uses it, or the port is
   *     taken; the message is for a person
   */
  public static LocalCloud start(LocalCloudConfig config) throws IOException {
    return start(
        config,
        parts -> new Functions.Handlers(new IndexerHandler(parts), new RebuildHandler(parts)));
  }

  /**
   * As {@link #start(LocalCloudConfig)}, but only the store: nothing indexes it, and there is no
   * rebuild function. Like a bucket at a provider that runs no functions.
   */
  public static LocalCloud startStore(LocalCloudConfig config) throws IOException {
    return start(config, Optional.empty());
  }

  /** With other functions than the real ones. */
  static LocalCloud start(LocalCloudConfig config, Functions.Factory handlers) throws IOException {
    return start(config, Optional.of(handlers));
  }

  private static LocalCloud start(LocalCloudConfig config, Optional<Functions.Factory> handlers)
      throws IOException {
    QUIETED.forEach(logger -> logger.setLevel(Level.WARNING));
    Deque<AutoCloseable> parts = new ArrayDeque<>();
    try {
      return start(config, handlers, config.faults().time(), parts);
    } catch (IOException | RuntimeException e) {
      closeAll(parts, e);
      throw e;
    }
  }

  private static LocalCloud start(
      LocalCloudConfig config,
      Optional<Functions.Factory> handlers,
      InstantSource clock,
      Deque<AutoCloseable> parts)
      throws IOException {
    DataFolder folder = DataFolder.open(config.data());
    parts.push(folder);
    DataFolder.Keys keys = folder.credentials();
    SplittableRandom random = new SplittableRandom(config.faults().seed());
    EventQueue queue = queue(config, random.split(), DeadLetters.open(folder.deadLetters(), clock));
    ObjectChangeListener listener =
        handlers.isEmpty() ? _ -> {} : notifications(config.bucket(), queue);
    DiskBlobStore disk = new DiskBlobStore(folder.objects(), folder.uploads(), clock, listener);
    disk.ensureBucket(config.bucket());
    ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    parts.push(background::shutdownNow);
    Optional<Functions> functions = handlers.map(made -> new Functions(clock, queue, made));
    S3Endpoint endpoint =
        S3Endpoint.start(
            config.port(),
            S3FrontEnd.servlet(
                forgetful(disk, config.faults().quirks()),
                keys.accessKey(),
                keys.secretKey(),
                config.faults().clock()),
            Map.of(LambdaHost.PATH, lambda(functions, keys, background, clock)),
            filters(config, random.split(), signature("s3", keys, clock), disk));
    parts.push(endpoint);
    LocalCloudInfo info = info(config, endpoint.port(), keys);
    functions.ifPresent(made -> made.start(info, config, parts));
    folder.publishEndpoint(info);
    return new LocalCloud(info, queue, parts);
  }

  private static LambdaHost lambda(
      Optional<Functions> functions,
      DataFolder.Keys keys,
      ExecutorService background,
      InstantSource clock) {
    return new LambdaHost(
        signature("lambda", keys, clock),
        background,
        functions
            .map(made -> Map.<String, LambdaFunction>of(REBUILD_FUNCTION, made::rebuild))
            .orElse(Map.of()));
  }

  private static SignatureV4 signature(String service, DataFolder.Keys keys, InstantSource clock) {
    return new SignatureV4(service, keys.accessKey(), keys.secretKey(), clock);
  }

  private static EventQueue queue(
      LocalCloudConfig config, RandomGenerator random, DeadLetters deadLetters) {
    EventQueue.Policy policy = EventQueue.Policy.standard(config.batchWindow());
    return new EventQueue(policy, config.faults(), random, deadLetters);
  }

  /** Nothing but the first two may look at a request that the second has not let through. */
  private static List<Filter> filters(
      LocalCloudConfig config, RandomGenerator random, SignatureV4 ofS3, BlobStore store) {
    return List.of(
        new DateFilter(config.faults().time()),
        new SignedRequests(ofS3, LambdaHost.PREFIX),
        new RequestLimits(),
        new RefusedHeaders(),
        new FaultFilter(config.latency(), config.faults(), random, LambdaHost.PREFIX),
        new DrainedErrors(),
        new QuirkFilter(config.faults().quirks()),
        new CopyConditionFilter(),
        new TrailerFilter(),
        new PlainListings(store));
  }

  private static BlobStore forgetful(BlobStore disk, Set<Quirk> quirks) {
    boolean all = quirks.contains(Quirk.CONDITIONS_IGNORED);
    ForgetfulBlobStore.Forgets forgets =
        new ForgetfulBlobStore.Forgets(
            all,
            all || quirks.contains(Quirk.COMPLETE_CONDITIONS_IGNORED),
            all || quirks.contains(Quirk.COPY_CONDITIONS_IGNORED),
            quirks.contains(Quirk.COPY_REFUSED_BUT_MADE),
            all || quirks.contains(Quirk.DELETE_CONDITIONS_IGNORED));
    return quirks.isEmpty() ? disk : new ForgetfulBlobStore(disk, forgets);
  }

  private static ObjectChangeListener notifications(String bucket, EventQueue queue) {
    return change -> {
      if (isSession(bucket, change)) {
        queue.send(List.of(S3EventBody.of(change, REGION)));
      }
    };
  }

  /** As the filter of the bucket's notification on AWS: prefix and suffix. */
  private static boolean isSession(String bucket, ObjectChange change) {
    return change.bucket().equals(bucket)
        && change.key().startsWith(KeyLayout.atRoot().sessions())
        && change.key().endsWith(SessionId.SUFFIX);
  }

  private static LocalCloudInfo info(LocalCloudConfig config, int port, DataFolder.Keys keys) {
    return new LocalCloudInfo(
        URI.create("http://127.0.0.1:" + port),
        REGION,
        config.bucket(),
        keys.accessKey(),
        keys.secretKey(),
        REBUILD_FUNCTION);
  }

  /**
   * The local cloud that uses a data folder now, in whatever process.
   *
   * @return empty if none does
   * @throws IOException if the folder cannot be read
   */
  public static Optional<LocalCloudInfo> running(Path data) throws IOException {
    return DataFolder.running(data);
  }

  /** What a client needs. */
  public LocalCloudInfo info() {
    return info;
  }

  /** How the event queue stands. */
  public QueueStats stats() {
    return queue.stats();
  }

  /**
   * Waits until no event waits or is worked on, the check at the start included.
   *
   * @return false if that did not happen within the time-out
   */
  public boolean awaitIdle(Duration timeout) throws InterruptedException {
    return queue.awaitIdle(timeout);
  }

  /**
   * Stops: running functions and batches may end for some seconds, the data folder is let go. What
   * the queue still holds is found by the check at the next start.
   */
  @Override
  public synchronized void close() {
    IllegalStateException failure = new IllegalStateException("the local cloud did not stop well");
    closeAll(parts, failure);
    if (failure.getSuppressed().length > 0) {
      throw failure;
    }
  }

  private static void closeAll(Deque<AutoCloseable> parts, Exception failure) {
    while (!parts.isEmpty()) {
      try (AutoCloseable _ = parts.pop()) {
        // Closed by leaving.
      } catch (Exception e) {
        failure.addSuppressed(e);
      }
    }
  }
}
