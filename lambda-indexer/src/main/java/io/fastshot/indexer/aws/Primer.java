package io.fastshot.indexer.aws;

import io.fastshot.container.bytes.XorMask;
import io.fastshot.indexer.queue.Batch;
import io.fastshot.indexer.queue.QueueMessage;
import io.fastshot.indexer.queue.QueueMessages;
import io.fastshot.indexer.rebuild.RebuildRequest;
import io.fastshot.indexer.rebuild.RebuildResult;
import io.fastshot.indexer.rebuild.Rebuilder;
import io.fastshot.indexer.run.Deadline;
import io.fastshot.indexer.run.IndexerConfig;
import io.fastshot.indexer.run.Indexing;
import io.fastshot.indexer.update.SessionIndexer;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.SessionId;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.probe.CapabilityMemory;
import io.fastshot.store.probe.StoreCapabilities;
import io.fastshot.store.s3.Credentials;
import io.fastshot.store.s3.S3ObjectStore;
import io.fastshot.store.s3.S3Settings;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;

/**
 * Runs once, before the first event, what a first event runs: a batch and a check, through the real
 * store's classes, against a stand-in for S3 on loopback.
 *
 * <p>For SnapStart: Lambda snapshots the function after its start, so what is loaded and compiled
 * here is there at once wherever the snapshot is restored. No request leaves the machine, and no
 * connection, credential or random number stays in the snapshot.
 */
public final class Primer {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final SessionId SESSION = new SessionId("primer");

  private Primer() {}

  /**
   * Primes where Lambda is about to take a snapshot. A failure costs time later, and is only said.
   */
  public static void primeForSnapshot(Map<String, String> environment) {
    if (!"snap-start".equals(environment.get("AWS_LAMBDA_INITIALIZATION_TYPE"))) {
      return;
    }
    try {
      prime();
    } catch (IOException | RuntimeException e) {
      System.err.println(
          "{\"event\":\"not_primed\",\"reason\":\"" + e.getClass().getName() + "\"}");
    }
  }

  /**
   * Primes.
   *
   * @return how many requests were made
   * @throws IllegalStateException if the batch did not go through
   */
  static int prime() throws IOException {
    KeyLayout layout = KeyLayout.atRoot();
    try (PrimingServer server = PrimingServer.start(layout.session(SESSION));
        ObjectStore store = S3ObjectStore.open(settings(server), layout, known())) {
      Indexing parts =
          new Indexing(
              store,
              _ -> {},
              IndexerConfig.of(layout, XorMask.none()),
              InstantSource.system(),
              new SecureRandom());
      Deadline deadline = Deadline.in(PATIENCE, parts.clock());
      QueueMessage message = new QueueMessages(layout).parse(server.event());
      if (!(message instanceof QueueMessage.Changed(List<SessionId> ids))) {
        throw new IllegalStateException("the priming event is none: " + message);
      }
      SessionIndexer.Result result =
          new SessionIndexer(parts).update(new Batch(Set.copyOf(ids), List.of()), deadline);
      RebuildResult check = new Rebuilder(parts).run(RebuildRequest.Start.check(), deadline);
      if (!result.failed().isEmpty() || check.toJson().length == 0) {
        throw new IllegalStateException("the priming batch failed: " + result.reasons());
      }
      SSLSocketFactory.getDefault(); // reads the certificates that are trusted
      return server.requests();
    }
  }

  /** The stand-in need not be probed. */
  private static CapabilityMemory known() {
    return new CapabilityMemory() {
      @Override
      public Optional<StoreCapabilities> recall() {
        return Optional.of(StoreCapabilities.aws());
      }

      @Override
      public void remember(StoreCapabilities found) {
        // Nothing is found out.
      }
    };
  }

  private static S3Settings settings(PrimingServer server) {
    return new S3Settings(
        server.address(),
        "us-east-1",
        "primer",
        new Credentials("primer", "primer"),
        null,
        PATIENCE);
  }
}
