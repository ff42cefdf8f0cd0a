package io.fastshot.integration.aws;

import io.fastshot.indexer.IndexerHandler;
import io.fastshot.indexer.RebuildHandler;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.SessionId;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.FunctionResponseType;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.Runtime;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.FilterRuleName;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The packaged function deployed by plain SDK calls into a bucket that exists: queue, dead letters,
 * both functions, event source mapping, notification, in this order; closing it removes them. The
 * settings are those of docs/ARCHITECTURE.md but for the shorter times.
 */
public final class SdkDeployment implements AutoCloseable {
  private static final int MEMORY_MB = 512;
  private static final int FUNCTION_SECONDS = 30;
  private static final int VISIBILITY_SECONDS = 2 * FUNCTION_SECONDS;
  private static final int MAX_RECEIVES = 5;
  private static final int BATCH = 100;
  private static final int CONCURRENCY = 2;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Target target;
  private final String suffix = UUID.randomUUID().toString().substring(0, 8);
  private final Deque<AutoCloseable> undo = new ArrayDeque<>();
  private final S3Client s3;
  private final SqsClient sqs;
  private final LambdaClient lambda;
  private LibraryNames names;

  /**
   * Where and what to deploy.
   *
   * @param bucket the library's, which holds nothing but it
   * @param layout with the library's prefix
   * @param legacyKey of the original's session files; empty if none
   * @param role ARN of the functions' role; LocalStack takes any
   * @param batchWindow how long the mapping waits for more messages; seconds
   */
  public record Target(
      AwsAccess access,
      String bucket,
      KeyLayout layout,
      String legacyKey,
      String role,
      Duration batchWindow) {

    /** On LocalStack, which checks no role, with the shortest window. */
    public static Target localStack(
        AwsAccess access, String bucket, KeyLayout layout, String legacyKey) {
      String role = "arn:aws:iam::000000000000:role/not-checked";
      return new Target(access, bucket, layout, legacyKey, role, Duration.ofSeconds(1));
    }
  }

  private SdkDeployment(Target target) {
    this.target = target;
    this.s3 = opened(target.access().s3());
    this.sqs = opened(target.access().sqs());
    this.lambda = opened(target.access().lambda());
    this.names = new LibraryNames(target.bucket(), target.layout(), "", "", "", "");
  }

  private <T extends AutoCloseable> T opened(T client) {
    undo.push(client);
    return client;
  }

  /** Deploys; when this returns, events are worked on. Takes some 5 s on LocalStack. */
  public static SdkDeployment deploy(Target target) throws Exception {
    SdkDeployment deployment = new SdkDeployment(target);
    try {
      deployment.deploy();
      return deployment;
    } catch (Exception e) {
      try (deployment) {
        throw e;
      }
    }
  }

  /** What was deployed. */
  public LibraryNames names() {
    return names;
  }

  private void deploy() throws Exception {
    String deadLetters = queue("fastshot-dead-" + suffix, Map.of());
    String queue =
        queue(
            "fastshot-" + suffix,
            Map.of(
                QueueAttributeName.VISIBILITY_TIMEOUT,
                Integer.toString(VISIBILITY_SECONDS),
                QueueAttributeName.REDRIVE_POLICY,
                "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}"
                    .formatted(arn(deadLetters), MAX_RECEIVES)));
    allowBucketToSend(queue);
    Map<String, String> environment = new HashMap<>();
    environment.put("FASTSHOT_BUCKET", target.bucket());
    environment.put("FASTSHOT_QUEUE_URL", queue);
    environment.put("FASTSHOT_PREFIX", target.layout().prefix());
    environment.put("FASTSHOT_LEGACY_KEY", target.legacyKey());
    String indexer = function("fastshot-indexer-" + suffix, IndexerHandler.class, environment);
    String rebuild = function("fastshot-rebuild-" + suffix, RebuildHandler.class, environment);
    map(queue, indexer);
    notify(queue);
    names =
        new LibraryNames(
            target.bucket(), target.layout(), queue, deadLetters, rebuild, target.legacyKey());
  }

  private String queue(String name, Map<QueueAttributeName, String> attributes) {
    String url = sqs.createQueue(r -> r.queueName(name).attributes(attributes)).queueUrl();
    undo.push(() -> sqs.deleteQueue(r -> r.queueUrl(url)));
    return url;
  }

  private String arn(String queueUrl) {
    QueueAttributeName arn = QueueAttributeName.QUEUE_ARN;
    return sqs.getQueueAttributes(r -> r.queueUrl(queueUrl).attributeNames(arn))
        .attributes()
        .getOrDefault(arn, "");
  }

  private void allowBucketToSend(String queueUrl) {
    String policy =
        """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"s3.amazonaws.com"},
         "Action":"sqs:SendMessage","Resource":"%s","Condition":{"ArnEquals":{"aws:SourceArn":"arn:aws:s3:::%s"}}}]}\
        """
            .formatted(arn(queueUrl), target.bucket());
    sqs.setQueueAttributes(
        r -> r.queueUrl(queueUrl).attributes(Map.of(QueueAttributeName.POLICY, policy)));
  }

  private String function(String name, Class<?> handler, Map<String, String> environment)
      throws Exception {
    SdkBytes jar = SdkBytes.fromByteArray(Files.readAllBytes(PackagedFunction.jar()));
    lambda.createFunction(r ->
        r.functionName(name)
            .runtime(Runtime.JAVA25)
            .handler(handler.getName())
            .role(target.role())
            .code(c -> c.zipFile(jar))
            .memorySize(MEMORY_MB)
            .timeout(FUNCTION_SECONDS)
            .environment(e -> e.variables(environment)));
    undo.push(() -> lambda.deleteFunction(r -> r.functionName(name)));
    lambda.waiter().waitUntilFunctionActiveV2(r -> r.functionName(name));
    return name;
  }

  private void map(String queueUrl, String function) throws InterruptedException {
    CreateEventSourceMappingResponse mapping =
        lambda.createEventSourceMapping(r ->
            r.functionName(function)
                .eventSourceArn(arn(queueUrl))
                .batchSize(BATCH)
                .maximumBatchingWindowInSeconds((int) target.batchWindow().toSeconds())
                .functionResponseTypes(FunctionResponseType.REPORT_BATCH_ITEM_FAILURES)
                .scalingConfig(s -> s.maximumConcurrency(CONCURRENCY)));
    undo.push(() -> unmap(mapping.uuid()));
    Waiting.until(
        PATIENCE,
        () -> {
          String state = lambda.getEventSourceMapping(r -> r.uuid(mapping.uuid())).state();
          return state.equals("Enabled") ? "" : "the mapping is " + state;
        });
  }

  private void unmap(String uuid) throws InterruptedException {
    Waiting.until(
        PATIENCE,
        () -> {
          try {
            lambda.deleteEventSourceMapping(r -> r.uuid(uuid));
            return "the mapping is still there";
          } catch (ResourceConflictException e) {
            return String.valueOf(e.getMessage()); // busy with the deletion, or still starting
          } catch (ResourceNotFoundException _) {
            return "";
          }
        });
  }

  private void notify(String queueUrl) {
    QueueConfiguration toQueue =
        QueueConfiguration.builder()
            .queueArn(arn(queueUrl))
            .events(Event.S3_OBJECT_CREATED, Event.S3_OBJECT_REMOVED, Event.S3_LIFECYCLE_EXPIRATION)
            .filter(f -> f.key(k -> k.filterRules(sessionsOnly())))
            .build();
    s3.putBucketNotificationConfiguration(r ->
        r.bucket(target.bucket())
            .notificationConfiguration(n -> n.queueConfigurations(List.of(toQueue))));
    undo.push(() ->
        s3.putBucketNotificationConfiguration(
            r -> r.bucket(target.bucket()).notificationConfiguration(_ -> {})));
  }

  private List<FilterRule> sessionsOnly() {
    return List.of(
        FilterRule.builder().name(FilterRuleName.PREFIX).value(target.layout().sessions()).build(),
        FilterRule.builder().name(FilterRuleName.SUFFIX).value(SessionId.SUFFIX).build());
  }

  @Override
  public void close() {
    List<Exception> failures = Closing.all(undo);
    if (!failures.isEmpty()) {
      throw new IllegalStateException("not all was removed", failures.getFirst());
    }
  }
}
