package io.fastshot.indexer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.fastshot.indexer.aws.Deadlines;
import io.fastshot.indexer.aws.IndexMetrics;
import io.fastshot.indexer.aws.LambdaEnvironment;
import io.fastshot.indexer.aws.Primer;
import io.fastshot.indexer.queue.Batch;
import io.fastshot.indexer.queue.QueueException;
import io.fastshot.indexer.queue.QueueMessage;
import io.fastshot.indexer.queue.QueueMessages;
import io.fastshot.indexer.queue.RebuildPart;
import io.fastshot.indexer.rebuild.RebuildRequest;
import io.fastshot.indexer.rebuild.RebuildResult;
import io.fastshot.indexer.rebuild.Rebuilder;
import io.fastshot.indexer.run.Deadline;
import io.fastshot.indexer.run.Indexing;
import io.fastshot.indexer.update.LookAgain;
import io.fastshot.indexer.update.SessionIndexer;
import io.fastshot.model.SessionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings the index up to date with the sessions that a batch of queue messages names.
 *
 * <p>A message is acknowledged only when an installed version of the index observed all its
 * sessions after the message was received (parts of a cancelled rebuild excepted: they are
 * dropped). All others are named in {@code batchItemFailures}, and the queue brings them back; a
 * message that nobody can read goes that way to the dead letters without holding up the rest.
 *
 * <p><b>Threads:</b> safe from several.
 */
public final class IndexerHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final Indexing parts;
  private final QueueMessages messages;
  private final SessionIndexer indexer;
  private final Rebuilder rebuilder;
  private final LookAgain again;
  private final IndexMetrics metrics;

  /**
   * As Lambda makes it.
   *
   * @throws IllegalStateException if the environment lacks a variable; the message names it
   */
  public IndexerHandler() {
    this(LambdaEnvironment.indexing(System.getenv()), LambdaEnvironment.metrics(System.getenv()));
    Primer.primeForSnapshot(System.getenv());
  }

  /** From parts, without metrics. */
  public IndexerHandler(Indexing parts) {
    this(parts, IndexMetrics.none());
  }

  public IndexerHandler(Indexing parts, IndexMetrics metrics) {
    this.metrics = metrics;
    this.parts = parts;
    this.messages = new QueueMessages(parts.config().layout());
    this.indexer = new SessionIndexer(parts);
    this.rebuilder = new Rebuilder(parts);
    this.again = new LookAgain(parts.queue(), parts.clock());
  }

  /** Works on one batch; see {@link SessionIndexer#update} for its cost. */
  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    Deadline deadline = Deadlines.of(context, parts);
    Map<String, QueueMessage> received = new LinkedHashMap<>();
    for (SQSEvent.SQSMessage message : event.getRecords()) {
      received.put(message.getMessageId(), messages.parse(message.getBody()));
    }
    Batch batch = batch(received);
    boolean looked = received.containsValue(new QueueMessage.Look());
    boolean alone = looked && batch.ids().isEmpty();
    SessionIndexer.Result result = alone ? indexer.look(deadline) : indexer.update(batch, deadline);
    List<String> notes = new ArrayList<>(result.reasons());
    Set<QueueMessage> undone = new HashSet<>();
    if (looked && result.attempts() == 0 && !(alone && notes.isEmpty())) {
      undone.add(new QueueMessage.Look()); // the version that would show it was not installed
    }
    boolean checked = received.containsValue(new QueueMessage.Check());
    if (checked && !check(deadline, notes)) {
      undone.add(new QueueMessage.Check());
    }
    if (result.byOriginal()) {
      again.seen().ifPresent(notes::add);
    }
    if (result.wantsCheck() && !checked) {
      askForCheck(notes);
    }
    List<BatchItemFailure> failures = failures(received, result.failed(), undone, notes);
    Map<String, Object> line = line(batch, result, failures.size(), notes);
    Instant now = parts.clock().instant();
    metrics.log(context, line, measured(event, batch, result, failures), now);
    return new SQSBatchResponse(failures);
  }

  private static Batch batch(Map<String, QueueMessage> received) {
    Set<SessionId> changed = new LinkedHashSet<>();
    List<RebuildPart> rebuildParts = new ArrayList<>();
    for (QueueMessage message : received.values()) {
      switch (message) {
        case QueueMessage.Changed(List<SessionId> ids) -> changed.addAll(ids);
        case QueueMessage.Part(RebuildPart part) -> rebuildParts.add(part);
        case QueueMessage.Check _, QueueMessage.Look _, QueueMessage.Unreadable _ -> {}
      }
    }
    return new Batch(changed, rebuildParts);
  }

  private boolean check(Deadline deadline, List<String> notes) {
    RebuildResult result = rebuilder.run(RebuildRequest.Start.check(), deadline);
    notes.add("check: " + result.status() + ", " + result.nominated() + " nominated");
    if (result.status() == RebuildResult.Status.ERROR) {
      notes.add(String.valueOf(result.message()));
      return false;
    }
    return true;
  }

  /**
   * The index was missing or not ours: what else the bucket holds must be found. Asked for by every
   * batch until a check has begun, so it does not matter if one request is lost.
   */
  private void askForCheck(List<String> notes) {
    try {
      parts.queue().send(List.of(QueueMessages.check()));
      notes.add("the index was missing or not ours: asked for a check");
    } catch (QueueException e) {
      notes.add("no check could be asked for, the scheduled one will do: " + e.getMessage());
    }
  }

  private static List<BatchItemFailure> failures(
      Map<String, QueueMessage> received,
      Set<SessionId> failed,
      Set<QueueMessage> undone,
      List<String> notes) {
    List<BatchItemFailure> failures = new ArrayList<>();
    received.forEach((messageId, message) -> {
      boolean back =
          switch (message) {
            case QueueMessage.Changed(List<SessionId> ids) ->
                ids.stream().anyMatch(failed::contains);
            case QueueMessage.Part(RebuildPart part) ->
                part.ids().stream().anyMatch(failed::contains);
            case QueueMessage.Check _, QueueMessage.Look _ -> undone.contains(message);
            case QueueMessage.Unreadable(String reason) -> notes.add(reason);
          };
      if (back) {
        failures.add(new BatchItemFailure(messageId));
      }
    });
    return failures;
  }

  private static Map<String, Object> line(
      Batch batch, SessionIndexer.Result result, int messagesFailed, List<String> notes) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("event", "batch");
    line.put("keys", batch.ids().size());
    line.put("failed", result.failed().size());
    line.put("messages_failed", messagesFailed);
    line.put("attempts", result.attempts());
    line.put("rev", result.rev());
    line.put("notes", notes);
    return line;
  }

  private Map<IndexMetrics.Metric, Object> measured(
      SQSEvent event, Batch batch, SessionIndexer.Result result, List<BatchItemFailure> failures) {
    Map<IndexMetrics.Metric, Object> values = new EnumMap<>(IndexMetrics.Metric.class);
    values.put(IndexMetrics.Metric.CHANGES, batch.ids().size());
    values.put(IndexMetrics.Metric.FAILED, result.failed().size());
    if (result.attempts() > 0) {
      values.put(IndexMetrics.Metric.ATTEMPTS, result.attempts());
    }
    IndexMetrics.describe(result.installed(), values);
    Set<String> back = new HashSet<>();
    failures.forEach(failure -> back.add(failure.getItemIdentifier()));
    List<Long> lags =
        IndexMetrics.lags(
            event.getRecords().stream()
                .filter(message -> !back.contains(message.getMessageId()))
                .toList(),
            parts.clock().instant());
    if (!lags.isEmpty()) {
      values.put(IndexMetrics.Metric.LAG, lags);
    }
    return values;
  }
}
