package io.fastshot.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;
import software.constructs.IConstruct;

/** What S3 tells of, until the indexer has seen to it; and what nobody could see to. */
final class IndexerQueue {

  /** A message that failed so often will fail again: it waits for a person. */
  private static final int MAX_RECEIVES = 5;

  /** The longest that SQS keeps a message: a broken indexer loses no event for two weeks. */
  private static final Duration KEEP = Duration.days(14);

  /** As AWS advises: below, a batch that takes long would be seen twice. */
  private static final int VISIBILITY_PER_TIMEOUT = 6;

  private final Queue queue;
  private final Queue deadLetters;

  IndexerQueue(Construct scope, Duration functionTimeout) {
    deadLetters =
        Queue.Builder.create(scope, "DeadLetters")
            .encryption(QueueEncryption.SQS_MANAGED)
            .enforceSsl(true)
            .retentionPeriod(KEEP)
            .build();
    queue =
        Queue.Builder.create(scope, "Events")
            .encryption(QueueEncryption.SQS_MANAGED)
            .enforceSsl(true)
            .retentionPeriod(KEEP)
            .visibilityTimeout(
                Duration.seconds(functionTimeout.toSeconds().intValue() * VISIBILITY_PER_TIMEOUT))
            .deadLetterQueue(
                DeadLetterQueue.builder().queue(deadLetters).maxReceiveCount(MAX_RECEIVES).build())
            .build();
  }

  Queue events() {
    return queue;
  }

  Queue deadLetters() {
    return deadLetters;
  }

  /**
   * Lets S3 send events of one bucket.
   *
   * @param bucketArn made of the bucket's name, not of the bucket: S3 tries the queue out when the
   *     bucket's notification is set, so the bucket comes after this permission
   * @return what the bucket's notification must wait for
   */
  IConstruct acceptFrom(String bucketArn) {
    queue.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .sid("EventsOfTheLibrary")
            .principals(List.of(new ServicePrincipal("s3.amazonaws.com")))
            .actions(List.of("sqs:SendMessage"))
            .resources(List.of(queue.getQueueArn()))
            .conditions(
                Map.of(
                    "ArnEquals",
                    Map.of("aws:SourceArn", bucketArn),
                    "StringEquals",
                    Map.of("aws:SourceAccount", Stack.of(queue).getAccount())))
            .build());
    return queue.getNode().findChild("Policy");
  }
}
