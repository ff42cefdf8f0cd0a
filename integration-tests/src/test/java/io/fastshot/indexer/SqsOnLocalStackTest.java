package io.fastshot.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastshot.indexer.aws.SqsNominationQueue;
import io.fastshot.indexer.queue.QueueException;
import io.fastshot.indexer.queue.QueueMessages;
import io.fastshot.integration.aws.AwsAccess;
import io.fastshot.integration.aws.OnLocalStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** {@link SqsNominationQueue} on a queue of SQS. */
@OnLocalStack
final class SqsOnLocalStackTest {
  private final SqsClient sqs;
  private final String url;
  private final SqsNominationQueue queue;

  SqsOnLocalStackTest(AwsAccess access) {
    sqs = access.sqs();
    url = sqs.createQueue(r -> r.queueName("nominations-" + UUID.randomUUID())).queueUrl();
    queue = new SqsNominationQueue(sqs, url);
  }

  @AfterEach
  void removeQueue() {
    sqs.deleteQueue(r -> r.queueUrl(url));
    sqs.close();
  }

  private List<String> received(int count) {
    List<String> bodies = new ArrayList<>();
    while (bodies.size() < count) {
      List<Message> some =
          sqs.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(5))
              .messages();
      assertThat(some).as("after %d of %d", bodies.size(), count).isNotEmpty();
      some.forEach(message -> bodies.add(message.body()));
    }
    return bodies;
  }

  @Test
  void moreMessagesThanOneRequestTakesAllArrive() {
    List<String> bodies = IntStream.range(0, 57).mapToObj(n -> "会议 " + n).toList();
    queue.send(bodies);
    assertThat(received(bodies.size())).containsExactlyInAnyOrderElementsOf(bodies);
  }

  /** As large as the parts of a rebuild get: of 200 keys as long as S3 allows, none of it ASCII. */
  @Test
  void theLargestPartsOfARebuildArriveWhole() {
    List<String> bodies = new ArrayList<>();
    Random random = new Random(1);
    for (int part = 0; part < 12; part++) {
      StringBuilder body = new StringBuilder();
      while (body.length() * 3 < QueueMessages.MAX_PART_BYTES) {
        body.append((char) ('一' + random.nextInt(5_000)));
      }
      bodies.add(body.toString());
    }
    queue.send(bodies);
    assertThat(received(bodies.size())).containsExactlyInAnyOrderElementsOf(bodies);
  }

  @Test
  void aQueueThatIsGoneIsAQueueException() {
    SqsNominationQueue none = new SqsNominationQueue(sqs, url + "-none");
    assertThatThrownBy(() -> none.send(List.of("x"))).isInstanceOf(QueueException.class);
  }
}
