package io.fastshot.indexer.exhaustive;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.indexer.IndexerHandler;
import io.fastshot.indexer.RebuildHandler;
import io.fastshot.indexer.run.CommitPolicy;
import io.fastshot.indexer.run.IndexerConfig;
import io.fastshot.indexer.run.Indexing;
import io.fastshot.indexer.run.Parallel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One run of a real handler. */
sealed interface Invocation {

  /** The indexer on a batch of messages, by their numbers, each once. */
  record OfIndexer(List<Integer> messages) implements Invocation {}

  /** The rebuild handler on a request. */
  record OfRebuild(String request) implements Invocation {}

  /** What it asks for after a history of answers, or how it ended. */
  default Call next(CommitPolicy policy, Bucket bucket, Documents documents, int[] history) {
    ReplayStore store = new ReplayStore(bucket, documents, history);
    Indexing parts =
        new Indexing(
            store,
            store,
            IndexerConfig.of(Bucket.LAYOUT, XorMask.none()).withCommit(policy),
            () -> Bucket.NOW,
            new Placeholders(),
            _ -> {},
            Parallel.sequential());
    Call call;
    try {
      call =
          switch (this) {
            case OfIndexer(List<Integer> messages) -> index(parts, bucket, messages);
            case OfRebuild(String request) -> rebuild(parts, request);
          };
    } catch (ReplayStore.Pause pause) {
      call = pause.call();
    }
    if (!store.isUsedUp()) {
      throw new IllegalStateException("the handler took another way than before: " + this);
    }
    return call;
  }

  private static Call index(Indexing parts, Bucket bucket, List<Integer> messages) {
    List<SQSEvent.SQSMessage> batch = new ArrayList<>();
    for (int message : messages) {
      SQSEvent.SQSMessage received = new SQSEvent.SQSMessage();
      received.setMessageId(Integer.toString(message));
      received.setBody(bucket.body(message));
      batch.add(received);
    }
    SQSEvent event = new SQSEvent();
    event.setRecords(batch);
    var response = new IndexerHandler(parts).handleRequest(event, new StillContext());
    Set<Integer> back = new HashSet<>();
    response
        .getBatchItemFailures()
        .forEach(failure -> back.add(Integer.valueOf(failure.getItemIdentifier())));
    return new Call.Ended(back);
  }

  private static Call rebuild(Indexing parts, String request) {
    try {
      new RebuildHandler(parts)
          .handleRequest(
              new ByteArrayInputStream(request.getBytes(StandardCharsets.UTF_8)),
              new ByteArrayOutputStream(),
              new StillContext());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Call.Ended(Set.of());
  }
}
