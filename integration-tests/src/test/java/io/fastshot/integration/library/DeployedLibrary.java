package io.fastshot.integration.library;

import io.fastshot.container.bytes.XorMask;
import io.fastshot.indexer.run.IndexerConfig;
import io.fastshot.integration.aws.AwsAccess;
import io.fastshot.integration.aws.LibraryNames;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.s3.S3ObjectStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A library that was deployed, by whatever means. */
public final class DeployedLibrary implements TestedLibrary {
  /** Not those that are delayed: a look at what the original app may write has time. */
  private static final List<QueueAttributeName> WAITING =
      List.of(
          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);

  private final LibraryNames names;
  private final S3Client s3;
  private final SqsClient sqs;
  private final LambdaClient lambda;
  private final S3ObjectStore store;

  /** Makes no request. */
  public DeployedLibrary(AwsAccess access, LibraryNames names) {
    this.names = names;
    this.s3 = access.s3();
    this.sqs = access.sqs();
    this.lambda = access.lambda();
    this.store = access.store(names.bucket());
  }

  /** What was deployed. */
  public LibraryNames names() {
    return names;
  }

  /** The bucket as strangers see it. */
  public S3Client s3() {
    return s3;
  }

  @Override
  public ObjectStore store() {
    return store;
  }

  @Override
  public IndexerConfig config() {
    String key = names.legacyKey();
    return IndexerConfig.of(names.layout(), key.isEmpty() ? XorMask.none() : XorMask.of(key));
  }

  /**
   * Invokes the rebuild function and waits for its answer.
   *
   * @throws AssertionError if the function failed
   */
  @Override
  public JsonNode rebuild(String request) {
    InvokeResponse answer =
        lambda.invoke(
            r -> r.functionName(names.rebuildFunction()).payload(SdkBytes.fromUtf8String(request)));
    String payload = answer.payload().asString(StandardCharsets.UTF_8);
    if (answer.functionError() != null) {
      throw new AssertionError(answer.functionError() + ": " + payload);
    }
    return JsonMapper.shared().readTree(payload);
  }

  @Override
  public String pending() {
    Map<QueueAttributeName, String> counts =
        sqs.getQueueAttributes(r -> r.queueUrl(names.queueUrl()).attributeNames(WAITING))
            .attributes();
    return counts.values().stream().allMatch("0"::equals) ? "" : "in the queue: " + counts;
  }

  /** Sends a message of its own to the indexer's queue. */
  public void send(String body) {
    sqs.sendMessage(r -> r.queueUrl(names.queueUrl()).messageBody(body));
  }

  /**
   * How long a message that came back waits for its next delivery, from now on; short, so that a
   * test sees all its deliveries.
   *
   * @return how long it was before
   */
  public Duration redeliverAfter(Duration visibility) {
    QueueAttributeName name = QueueAttributeName.VISIBILITY_TIMEOUT;
    String before =
        sqs.getQueueAttributes(r -> r.queueUrl(names.queueUrl()).attributeNames(name))
            .attributes()
            .getOrDefault(name, "");
    sqs.setQueueAttributes(r ->
        r.queueUrl(names.queueUrl())
            .attributes(Map.of(name, Long.toString(visibility.toSeconds()))));
    return Duration.ofSeconds(Long.parseLong(before));
  }

  /** Takes what is among the dead letters now. */
  public List<String> takeDeadLetters() {
    List<String> bodies = new ArrayList<>();
    String url = names.deadLetterQueueUrl();
    for (List<Message> some = receive(url); !some.isEmpty(); some = receive(url)) {
      for (Message message : some) {
        bodies.add(message.body());
        sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(message.receiptHandle()));
      }
    }
    return bodies;
  }

  private List<Message> receive(String url) {
    return sqs.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(1))
        .messages();
  }

  @Override
  public void close() {
    store.close();
    s3.close();
    sqs.close();
    lambda.close();
  }
}
