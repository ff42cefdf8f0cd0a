package io.fastshot.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Capture;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Matcher;
import software.amazon.awscdk.assertions.Template;

/** What the stack promises of its bucket, queues and functions. */
@NeedsNode
class FastshotStackTest {
  private static final String BUCKET = "AWS::S3::Bucket";
  private static final String QUEUE = "AWS::SQS::Queue";
  private static final String FUNCTION = "AWS::Lambda::Function";

  @SuppressWarnings("NullAway.Init") // set before any test; synthesising takes seconds
  private static Template template;

  @BeforeAll
  static void synthesise() {
    template = Template.fromStack(Synthesis.stack(Map.of("prefix", "team/")));
  }

  @Test
  void bucketIsPrivate() {
    template.resourceCountIs(BUCKET, 1);
    template.hasResourceProperties(
        BUCKET,
        Map.of(
            "PublicAccessBlockConfiguration",
            Map.of(
                "BlockPublicAcls", true,
                "BlockPublicPolicy", true,
                "IgnorePublicAcls", true,
                "RestrictPublicBuckets", true),
            "OwnershipControls",
            Map.of("Rules", List.of(Map.of("ObjectOwnership", "BucketOwnerEnforced")))));
  }

  @Test
  void bucketRefusesRequestsWithoutTlsAlsoWhenTheStackIsGone() {
    template.hasResource(
        "AWS::S3::BucketPolicy",
        Map.of("DeletionPolicy", "Retain", "Properties", refusesWithoutTls("s3:*")));
  }

  @Test
  void queuesRefuseRequestsWithoutTls() {
    template.resourceCountIs("AWS::SQS::QueuePolicy", 2);
    template.allResourcesProperties("AWS::SQS::QueuePolicy", refusesWithoutTls("sqs:*"));
  }

  private static Matcher refusesWithoutTls(String action) {
    return Match.objectLike(
        Map.of(
            "PolicyDocument",
            Map.of(
                "Statement",
                Match.arrayWith(
                    List.of(
                        Match.objectLike(
                            Map.of(
                                "Effect",
                                "Deny",
                                "Action",
                                action,
                                "Condition",
                                Map.of("Bool", Map.of("aws:SecureTransport", "false")))))))));
  }

  @Test
  void everythingIsEncryptedAtRest() {
    template.hasResourceProperties(
        BUCKET,
        Map.of(
            "BucketEncryption",
            Map.of(
                "ServerSideEncryptionConfiguration",
                List.of(
                    Map.of("ServerSideEncryptionByDefault", Map.of("SSEAlgorithm", "AES256"))))));
    template.resourceCountIs(QUEUE, 2);
    template.allResourcesProperties(QUEUE, Map.of("SqsManagedSseEnabled", true));
  }

  @Test
  void bucketKeepsVersionsAndOutlivesTheStack() {
    template.hasResource(
        BUCKET,
        Map.of(
            "DeletionPolicy",
            "Retain",
            "UpdateReplacePolicy",
            "Retain",
            "Properties",
            Match.objectLike(Map.of("VersioningConfiguration", Map.of("Status", "Enabled")))));
  }

  @Test
  void oldVersionsTrashAndUnfinishedUploadsExpire() {
    template.hasResourceProperties(BUCKET, lifecycle(30));
  }

  private static Map<String, Object> lifecycle(int days) {
    return Map.of(
        "LifecycleConfiguration",
        Map.of(
            "Rules",
            List.of(
                Match.objectLike(
                    Map.of(
                        "NoncurrentVersionExpiration",
                        Map.of("NoncurrentDays", days),
                        "ExpiredObjectDeleteMarker",
                        true,
                        "Status",
                        "Enabled")),
                Match.objectLike(
                    Map.of("Prefix", "team/trash/", "ExpirationInDays", days, "Status", "Enabled")),
                Match.objectLike(
                    Map.of(
                        "AbortIncompleteMultipartUpload",
                        Map.of("DaysAfterInitiation", 7),
                        "Status",
                        "Enabled")))));
  }

  @Test
  void bucketTellsTheQueueOfSessionsAndOfNothingElse() {
    Capture queue = new Capture();
    template.hasResourceProperties(
        BUCKET,
        Map.of(
            "NotificationConfiguration",
            Match.objectEquals(
                Map.of(
                    "QueueConfigurations",
                    List.of(
                        notification("s3:ObjectCreated:*", queue),
                        notification("s3:ObjectRemoved:*", Match.anyValue()),
                        notification("s3:LifecycleExpiration:*", Match.anyValue()))))));
    assertThat(queue.asObject()).containsEntry("Fn::GetAtt", List.of(eventsQueue(), "Arn"));
  }

  private static Map<String, Object> notification(String event, Matcher queue) {
    return Map.of(
        "Event",
        event,
        "Filter",
        Map.of(
            "S3Key",
            Map.of(
                "Rules",
                List.of(
                    Map.of("Name", "prefix", "Value", "team/sessions/"),
                    Map.of("Name", "suffix", "Value", ".fastshot")))),
        "Queue",
        queue);
  }

  @Test
  void bucketWaitsUntilTheQueueAcceptsItsEvents() {
    String policy =
        only("AWS::SQS::QueuePolicy", Map.of("Queues", List.of(Map.of("Ref", eventsQueue()))));
    template.hasResource(BUCKET, Map.of("DependsOn", Match.arrayWith(List.of(policy))));
    template.hasResourceProperties(
        "AWS::SQS::QueuePolicy",
        Map.of(
            "PolicyDocument",
            Map.of(
                "Statement",
                Match.arrayWith(
                    List.of(
                        Match.objectLike(
                            Map.of(
                                "Effect",
                                "Allow",
                                "Action",
                                "sqs:SendMessage",
                                "Principal",
                                Map.of("Service", "s3.amazonaws.com"),
                                "Condition",
                                Map.of(
                                    "StringEquals",
                                    Map.of("aws:SourceAccount", Map.of("Ref", "AWS::AccountId")),
                                    "ArnEquals",
                                    Map.of("aws:SourceArn", Match.anyValue())))))))));
  }

  @Test
  void messagesThatFailFiveTimesWaitInTheDeadLetterQueue() {
    template.hasResourceProperties(
        QUEUE,
        Map.of(
            "VisibilityTimeout",
            6 * 60,
            "MessageRetentionPeriod",
            14 * 24 * 3600,
            "RedrivePolicy",
            Map.of("maxReceiveCount", 5, "deadLetterTargetArn", Match.anyValue())));
    template.hasResourceProperties(
        QUEUE, Map.of("RedrivePolicy", Match.absent(), "MessageRetentionPeriod", 14 * 24 * 3600));
  }

  @Test
  void queueFeedsTheAliasInBatchesThatMayFailInPart() {
    template.hasResourceProperties(
        "AWS::Lambda::EventSourceMapping",
        Map.of(
            "BatchSize", 100,
            "MaximumBatchingWindowInSeconds", 5,
            "FunctionResponseTypes", List.of("ReportBatchItemFailures"),
            "ScalingConfig", Map.of("MaximumConcurrency", 2),
            "EventSourceArn", Map.of("Fn::GetAtt", List.of(eventsQueue(), "Arn")),
            "FunctionName",
                Map.of("Fn::Join", Match.arrayWith(List.of(Match.arrayWith(List.of(":live")))))));
  }

  @Test
  void functionsRunOnJava25WithSnapStartAndALogOfAMonth() {
    template.resourceCountIs(FUNCTION, 2);
    template.allResourcesProperties(
        FUNCTION,
        Map.of(
            "Runtime", "java25",
            "Architectures", List.of("arm64"),
            "SnapStart", Map.of("ApplyOn", "PublishedVersions"),
            "LoggingConfig", Map.of("LogGroup", Match.anyValue())));
    template.resourceCountIs("AWS::Logs::LogGroup", 2);
    template.allResourcesProperties("AWS::Logs::LogGroup", Map.of("RetentionInDays", 30));
    template.resourceCountIs("AWS::Lambda::Alias", 2);
    template.allResourcesProperties("AWS::Lambda::Alias", Map.of("Name", "live"));
  }

  @Test
  void functionsKnowTheLibrary() {
    for (String handler : List.of("IndexerHandler", "RebuildHandler")) {
      template.hasResourceProperties(
          FUNCTION,
          Map.of(
              "Handler",
              "io.fastshot.indexer." + handler,
              "Environment",
              Map.of(
                  "Variables",
                  Match.objectEquals(
                      Map.of(
                          "FASTSHOT_BUCKET", Match.anyValue(),
                          "FASTSHOT_PREFIX", "team/",
                          "FASTSHOT_QUEUE_URL", Map.of("Ref", eventsQueue()))))));
    }
  }

  @Test
  void indexIsCheckedEveryHour() {
    template.hasResourceProperties(
        "AWS::Events::Rule",
        Map.of(
            "ScheduleExpression",
            "rate(1 hour)",
            "State",
            "ENABLED",
            "Targets",
            List.of(Match.objectLike(Map.of("Input", "{\"mode\":\"check\"}")))));
  }

  @Test
  void outputsAreWhatConnectReads() {
    assertThat(template.findOutputs("*"))
        .containsOnlyKeys(
            "LibraryBucketName",
            "LibraryPrefix",
            "LibraryRegion",
            "IndexerQueueUrl",
            "IndexerDeadLetterQueueUrl",
            "IndexerFunctionName",
            "RebuildFunctionName",
            "ClientPolicyArn",
            "ReaderPolicyArn",
            "DashboardUrl");
    template.hasOutput("LibraryPrefix", Map.of("Value", "team/"));
    template.hasOutput(
        "RebuildFunctionName",
        Map.of("Value", Map.of("Fn::Join", List.of("", Match.arrayWith(List.of(":live"))))));
  }

  private static String eventsQueue() {
    return only(QUEUE, Map.of("RedrivePolicy", Match.anyValue()));
  }

  /** The logical id of the one resource with these properties. */
  private static String only(String type, Map<String, Object> properties) {
    Map<String, ?> found =
        template.findResources(type, Map.of("Properties", Match.objectLike(properties)));
    assertThat(found).hasSize(1);
    return found.keySet().iterator().next();
  }
}
