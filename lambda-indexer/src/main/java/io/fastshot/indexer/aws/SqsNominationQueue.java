package io.fastshot.indexer.aws;

import io.fastshot.indexer.queue.NominationQueue;
import io.fastshot.indexer.queue.QueueException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/** The queue on AWS. Safe from several threads. */
public final class SqsNominationQueue implements NominationQueue {

  /** The most messages, and the most bytes of UTF-8, that SQS takes in one request. */
  private static final int BATCH = 10;

  private static final int BATCH_BYTES = 256 * 1024;

  /** The SDK repeats whole requests; this is for single entries that the service turned down. */
  private static final int TRIES = 4;

  private final SqsClient sqs;
  private final String queueUrl;

  public SqsNominationQueue(SqsClient sqs, String queueUrl) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
  }

  /** With the function's role and region. */
  static SqsNominationQueue open(String queueUrl) {
    SqsClient sqs =
        SqsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
    return new SqsNominationQueue(sqs, queueUrl);
  }

  @Override
  public void send(List<String> bodies) {
    send(bodies, 0);
  }

  @Override
  public void sendLater(String body, Duration delay) {
    send(List.of(body), Math.toIntExact(delay.toSeconds()));
  }

  private void send(List<String> bodies, int delaySeconds) {
    List<String> batch = new ArrayList<>();
    int bytes = 0;
    for (String body : bodies) {
      int size = body.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
      if (batch.size() == BATCH || (!batch.isEmpty() && bytes + size > BATCH_BYTES)) {
        sendBatch(batch, delaySeconds);
        batch = new ArrayList<>();
        bytes = 0;
      }
      batch.add(body);
      bytes += size;
    }
    if (!batch.isEmpty()) {
      sendBatch(batch, delaySeconds);
    }
  }

  private void sendBatch(List<String> batch, int delaySeconds) {
    List<String> left = batch;
    for (int attempt = 1; !left.isEmpty(); attempt++) {
      SendMessageBatchResponse response = request(left, delaySeconds);
      if (response.hasFailed() && attempt == TRIES) {
        throw new QueueException(
            "the queue refused a message: " + response.failed().getFirst().message(), null);
      }
      left = refused(left, response.failed());
    }
  }

  private SendMessageBatchResponse request(List<String> bodies, int delaySeconds) {
    List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
    for (String body : bodies) {
      entries.add(
          SendMessageBatchRequestEntry.builder()
              .id(Integer.toString(entries.size()))
              .messageBody(body)
              .delaySeconds(delaySeconds == 0 ? null : delaySeconds)
              .build());
    }
    try {
      return sqs.sendMessageBatch(request -> request.queueUrl(queueUrl).entries(entries));
    } catch (SdkException e) {
      throw new QueueException("the queue did not answer: " + e.getMessage(), e);
    }
  }

  private static List<String> refused(List<String> sent, List<BatchResultErrorEntry> failed) {
    return failed.stream().map(entry -> sent.get(Integer.parseInt(entry.id()))).toList();
  }
}
