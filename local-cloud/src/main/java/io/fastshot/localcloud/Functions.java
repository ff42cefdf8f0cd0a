package io.fastshot.localcloud;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.indexer.run.IndexerConfig;
import io.fastshot.indexer.run.Indexing;
import io.fastshot.localcloud.events.EventPump;
import io.fastshot.localcloud.events.EventQueue;
import io.fastshot.localcloud.events.Reconciler;
import io.fastshot.localcloud.functions.LocalContext;
import io.fastshot.model.KeyLayout;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.s3.Credentials;
import io.fastshot.store.s3.S3ObjectStore;
import io.fastshot.store.s3.S3Settings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Deque;
import java.util.Optional;

/** The functions of a local cloud: made once the endpoint that they work against is there. */
final class Functions {
  private static final Duration REBUILD_TIMEOUT = Duration.ofMinutes(15);

  private final InstantSource clock;
  private final EventQueue queue;
  private final Factory factory;
  private volatile Optional<RequestStreamHandler> rebuild = Optional.empty();

  /**
   * The classes that run on Lambda.
   *
   * @param indexer takes batches of the event queue
   * @param rebuild takes invocations
   */
  record Handlers(
      RequestHandler<SQSEvent, SQSBatchResponse> indexer, RequestStreamHandler rebuild) {}

  /** Makes the handlers. */
  @FunctionalInterface
  interface Factory {
    Handlers make(Indexing parts);
  }

  Functions(InstantSource clock, EventQueue queue, Factory factory) {
    this.clock = clock;
    this.queue = queue;
    this.factory = factory;
  }

  /** Makes the functions and begins to hand events to them. */
  void start(LocalCloudInfo info, LocalCloudConfig config, Deque<AutoCloseable> parts) {
    ObjectStore store =
        S3ObjectStore.openForIndexer(
            new S3Settings(
                info.endpoint(),
                info.region(),
                info.bucket(),
                new Credentials(info.accessKey(), info.secretKey()),
                null,
                S3Settings.DEFAULT_TIMEOUT),
            KeyLayout.atRoot());
    parts.push(store);
    String key = config.legacyKey();
    XorMask mask = key == null || key.isEmpty() ? XorMask.none() : XorMask.of(key);
    Handlers handlers =
        factory.make(
            new Indexing(
                store,
                queue,
                IndexerConfig.of(KeyLayout.atRoot(), mask).withOriginalApp(config.originalApp()),
                clock,
                new SecureRandom()));
    rebuild = Optional.of(handlers.rebuild());
    EventPump pump = new EventPump(queue, handlers.indexer(), clock);
    parts.push(pump);
    pump.start();
    Reconciler reconciler = new Reconciler(store, queue, this::rebuild);
    parts.push(reconciler);
    reconciler.start();
  }

  /** Runs the rebuild function. */
  byte[] rebuild(byte[] payload) throws IOException {
    RequestStreamHandler handler =
        rebuild.orElseThrow(() -> new IOException("the local cloud is still starting"));
    ByteArrayOutputStream result = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(payload),
        result,
        LocalContext.logging(LocalCloud.REBUILD_FUNCTION, clock, REBUILD_TIMEOUT));
    return result.toByteArray();
  }
}
