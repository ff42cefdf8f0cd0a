package io.fastshot.localcloud.events;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.fastshot.localcloud.functions.LocalContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the indexer on the event queue's batches, two at a time, as Lambda's event source mapping
 * does with its least maximum concurrency.
 *
 * <p>What the function names in {@code batchItemFailures} comes back; if it throws, or names an
 * empty or unknown message, the whole batch does.
 */
public final class EventPump implements AutoCloseable {
  private static final int MAX_CONCURRENCY = 2;
  private static final String FUNCTION = "fastshot-indexer";

  private static final Logger LOG = LoggerFactory.getLogger(EventPump.class);
  private static final Duration FUNCTION_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

  private final EventQueue queue;
  private final RequestHandler<SQSEvent, SQSBatchResponse> indexer;
  private final InstantSource clock;
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          MAX_CONCURRENCY, Thread.ofPlatform().name("local-cloud-indexer-", 1).daemon().factory());

  public EventPump(
      EventQueue queue, RequestHandler<SQSEvent, SQSBatchResponse> indexer, InstantSource clock) {
    this.queue = queue;
    this.indexer = indexer;
    this.clock = clock;
  }

  /** Begins to take batches. */
  public void start() {
    for (int i = 0; i < MAX_CONCURRENCY; i++) {
      workers.execute(this::work);
    }
  }

  private void work() {
    try {
      for (var batch = queue.receive(); batch.isPresent(); batch = queue.receive()) {
        process(batch.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void process(List<EventQueue.Delivery> batch) {
    Set<String> all =
        batch.stream().map(EventQueue.Delivery::id).collect(Collectors.toUnmodifiableSet());
    Set<String> failed = all;
    String reason = "the indexer named it as failed";
    try {
      SQSBatchResponse response =
          indexer.handleRequest(
              event(batch), LocalContext.logging(FUNCTION, clock, FUNCTION_TIMEOUT));
      Set<String> named = failures(response);
      failed = all.containsAll(named) ? named : all;
    } catch (RuntimeException | Error e) {
      // Also no memory left: as on Lambda the invocation failed, and the next one is served.
      LOG.warn("the indexer failed on a batch of {}", batch.size(), e);
      reason = e.toString();
    } finally {
      queue.settle(batch, failed, reason);
    }
  }

  private static Set<String> failures(SQSBatchResponse response) {
    return Optional.ofNullable(response).map(SQSBatchResponse::getBatchItemFailures).stream()
        .flatMap(List::stream)
        .flatMap(failure -> Stream.of(failure.getItemIdentifier()))
        .collect(Collectors.toSet());
  }

  private static SQSEvent event(List<EventQueue.Delivery> batch) {
    SQSEvent event = new SQSEvent();
    event.setRecords(batch.stream().map(EventPump::message).toList());
    return event;
  }

  private static SQSEvent.SQSMessage message(EventQueue.Delivery delivery) {
    SQSEvent.SQSMessage message = new SQSEvent.SQSMessage();
    message.setMessageId(delivery.id());
    message.setReceiptHandle(delivery.receipt());
    message.setBody(delivery.body());
    message.setAttributes(Map.of("ApproximateReceiveCount", Integer.toString(delivery.receives())));
    message.setMessageAttributes(Map.of());
    message.setEventSource("aws:sqs");
    message.setEventSourceArn(
        "arn:aws:sqs:" + LocalContext.REGION + ":000000000000:fastshot-events");
    message.setAwsRegion(LocalContext.REGION);
    return message;
  }

  /** Takes no more batches; waits for running ones, then interrupts them. */
  @Override
  public void close() {
    queue.close();
    workers.shutdown();
    try {
      if (!workers.awaitTermination(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("the indexer still runs; it is interrupted");
        workers.shutdownNow();
      }
    } catch (InterruptedException e) {
      workers.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
