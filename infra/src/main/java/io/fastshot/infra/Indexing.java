package io.fastshot.infra;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.EventSourceMapping;
import software.constructs.Construct;

/** The two functions that keep the index, what they may do, and what feeds the indexer. */
final class Indexing {

  /** Time for a batch of 100 sessions and a dozen tries to publish the index. */
  static final Duration INDEXER_TIMEOUT = Duration.minutes(1);

  /** A listing of 100,000 sessions takes 300 requests one after the other, half a minute or so. */
  private static final Duration REBUILD_TIMEOUT = Duration.minutes(5);

  /** A whole processor; see docs/decisions/0502 for the measurements. */
  private static final int MEMORY_MB = 1769;

  private static final int BATCH = 100;
  private static final Duration WINDOW = Duration.seconds(5);

  /** The least that AWS allows. More would only compete for the one index. */
  private static final int MAX_CONCURRENCY = 2;

  private final LibraryFunction indexer;
  private final LibraryFunction rebuild;

  Indexing(Construct scope, Code code, Library library) {
    indexer =
        new LibraryFunction(
            scope,
            "Indexer",
            new LibraryFunction.Settings(
                "io.fastshot.indexer.IndexerHandler",
                "Fastshot: brings the index up to date with the sessions that events name",
                MEMORY_MB,
                INDEXER_TIMEOUT),
            code,
            environment(library));
    rebuild =
        new LibraryFunction(
            scope,
            "Rebuild",
            new LibraryFunction.Settings(
                "io.fastshot.indexer.RebuildHandler",
                "Fastshot: starts, previews and cancels rebuilds of the index; checks it every"
                    + " hour",
                MEMORY_MB,
                REBUILD_TIMEOUT),
            code,
            environment(library));
    permit(library);
    feed(library.queue());
  }

  LibraryFunction indexer() {
    return indexer;
  }

  LibraryFunction rebuild() {
    return rebuild;
  }

  static Map<String, String> environment(Library library) {
    Map<String, String> environment = new HashMap<>();
    environment.put("FASTSHOT_BUCKET", library.bucket().name());
    environment.put("FASTSHOT_PREFIX", library.keys().prefix());
    if (library.originalApp()) {
      environment.put("FASTSHOT_ORIGINAL_APP", "true");
    }
    environment.put("FASTSHOT_QUEUE_URL", library.queue().events().getQueueUrl());
    return environment;
  }

  /** Each statement is a call that the code makes; FunctionPermissionsTest holds it to that. */
  private void permit(Library library) {
    LibraryKeys keys = library.keys();
    String queue = library.queue().events().getQueueArn();
    for (LibraryFunction function : List.of(indexer, rebuild)) {
      // Also what makes S3 say 404 of an absent object: without it the answer is 403.
      function.allow("ListTheBucket", List.of("s3:ListBucket"), List.of(keys.bucketArn()));
      function.allow(
          "KeepTheIndex", List.of("s3:GetObject", "s3:PutObject"), List.of(keys.overallMeta()));
      function.allow("AskTheIndexer", List.of("sqs:SendMessage"), List.of(queue));
    }
    indexer.allow(
        "ReadSessions", List.of("s3:GetObject"), List.of(keys.sessions(), keys.metaIndexes()));
    indexer.allow(
        "KeepWhatIsDerived",
        List.of("s3:PutObject", "s3:DeleteObject"),
        List.of(keys.metaIndexes(), keys.thumbnails()));
    indexer.allow(
        "TakeEvents",
        List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"),
        List.of(queue));
    Nag.wholeFolders(indexer);
    library.legacyKey().allowTo(indexer);
    library.legacyKey().allowTo(rebuild); // a check looks again at what another key could not read
  }

  private void feed(IndexerQueue queue) {
    EventSourceMapping feed =
        EventSourceMapping.Builder.create(indexer, "Events")
            .target(indexer.alias())
            .eventSourceArn(queue.events().getQueueArn())
            .batchSize(BATCH)
            .maxBatchingWindow(WINDOW)
            .maxConcurrency(MAX_CONCURRENCY)
            .reportBatchItemFailures(true)
            .build();
    feed.getNode().addDependency(indexer.role());
  }
}
