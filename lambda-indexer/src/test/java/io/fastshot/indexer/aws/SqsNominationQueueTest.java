package io.fastshot.indexer.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastshot.indexer.queue.QueueException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

class SqsNominationQueueTest {
  private final FakeSqs sqs = new FakeSqs();
  private final SqsNominationQueue queue = new SqsNominationQueue(sqs, "url");

  /** Takes messages, and turns down the first of a request as often as it is told to. */
  private static final class FakeSqs implements SqsClient {
    private final List<String> taken = new ArrayList<>();
    private int requests;
    private int refusals;
    private boolean down;

    @Override
    public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
      requests++;
      if (down) {
        throw SdkClientException.create("no route");
      }
      assertThat(request.entries()).hasSizeBetween(1, 10);
      SendMessageBatchResponse.Builder response = SendMessageBatchResponse.builder();
      for (var entry : request.entries()) {
        if (refusals > 0) {
          refusals--;
          response.failed(
              BatchResultErrorEntry.builder().id(entry.id()).message("throttled").build());
        } else {
          taken.add(entry.messageBody());
        }
      }
      return response.build();
    }

    @Override
    public String serviceName() {
      return "sqs";
    }

    @Override
    public void close() {}
  }

  @Test
  void messagesGoInTens() {
    List<String> bodies = IntStream.range(0, 25).mapToObj(Integer::toString).toList();
    queue.send(bodies);
    assertThat(sqs.taken).isEqualTo(bodies);
    assertThat(sqs.requests).isEqualTo(3);
  }

  @Test
  void largeMessagesGoInRequestsBelowTheLimit() {
    queue.send(List.of("x".repeat(200_000), "y".repeat(200_000), "z"));
    assertThat(sqs.taken).hasSize(3);
    assertThat(sqs.requests).isEqualTo(2);
  }

  @Test
  void aRefusedMessageIsSentAgain() {
    sqs.refusals = 1;
    queue.send(List.of("a", "b"));
    assertThat(sqs.taken).containsExactly("b", "a");
  }

  @Test
  void refusalsAreBoundedAndSaid() {
    sqs.refusals = 1_000;
    assertThatThrownBy(() -> queue.send(List.of("a")))
        .isInstanceOf(QueueException.class)
        .hasMessageContaining("throttled");
    assertThat(sqs.requests).isEqualTo(4);
  }

  @Test
  void noAnswerIsAQueueException() {
    sqs.down = true;
    assertThatThrownBy(() -> queue.send(List.of("a"))).isInstanceOf(QueueException.class);
  }

  @Test
  void nothingToSendIsNoRequest() {
    queue.send(List.of());
    assertThat(sqs.requests).isZero();
  }
}
