package io.fastshot.infra;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/**
 * What a person should be told of. docs/OPERATIONS.md says of each what it means and what to do.
 */
final class Alarms {
  private static final Duration PERIOD = Duration.minutes(5);

  /** An event is normally seen to within seconds; after so long something is wrong. */
  private static final int OLDEST_MESSAGE_SECONDS = 15 * 60;

  private final Construct scope;
  private final @Nullable SnsAction tell;

  Alarms(Construct scope, @Nullable String email) {
    this.scope = scope;
    this.tell = email == null ? null : new SnsAction(topic(scope, email));
  }

  private static Topic topic(Construct scope, String email) {
    Topic topic = Topic.Builder.create(scope, "AlarmTopic").enforceSsl(true).build();
    topic.addSubscription(new EmailSubscription(email));
    topic.addToResourcePolicy(alarmsMayPublish(topic));
    return topic;
  }

  /**
   * What {@code enforceSsl} makes is a policy of its own, and it takes the place of the one that a
   * topic has by itself and that lets the account's alarms publish.
   */
  private static PolicyStatement alarmsMayPublish(Topic topic) {
    return PolicyStatement.Builder.create()
        .sid("AlarmsMayPublish")
        .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
        .actions(List.of("sns:Publish"))
        .resources(List.of(topic.getTopicArn()))
        .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID)))
        .build();
  }

  /**
   * Makes all of them.
   *
   * @return the one that rings when there are dead letters
   */
  Alarm watch(IndexerQueue queue, Indexing indexing, LibraryMetrics metrics) {
    MetricOptions worst = options("Maximum");
    Alarm deadLetters =
        alarm(
            "DeadLettersAlarm",
            "Messages that nobody could see to wait in the dead-letter queue",
            queue.deadLetters().metricApproximateNumberOfMessagesVisible(worst),
            0);
    alarm(
        "LateAlarm",
        "The oldest event has been waiting for more than 15 minutes: the index is behind",
        queue.events().metricApproximateAgeOfOldestMessage(worst),
        OLDEST_MESSAGE_SECONDS);
    watch("Indexer", "The indexer", indexing.indexer());
    watch("Rebuild", "The function for rebuilds and the hourly check", indexing.rebuild());
    alarm(
        "RebuildFailedAlarm",
        "A rebuild or the hourly check could not be started",
        metrics.of(LibraryMetrics.REBUILD_FAILED, "Maximum"),
        0);
    alarm(
        "DriftAlarm",
        "The hourly check found sessions that the index did not have right, and mends it",
        metrics.of(LibraryMetrics.DRIFT, "Maximum"),
        0);
    return deadLetters;
  }

  private void watch(String id, String who, LibraryFunction function) {
    MetricOptions sum = options("Sum");
    alarm(
        id + "ErrorsAlarm",
        who + " broke down (what it was at comes back)",
        function.function().metricErrors(sum),
        0);
    alarm(
        id + "ThrottlesAlarm",
        who + " was not run by AWS: the account's concurrency is used up",
        function.function().metricThrottles(sum),
        0);
  }

  private static MetricOptions options(String statistic) {
    return MetricOptions.builder().statistic(statistic).period(PERIOD).build();
  }

  private Alarm alarm(String id, String description, IMetric metric, int threshold) {
    Alarm alarm =
        Alarm.Builder.create(scope, id)
            .alarmDescription("Fastshot: " + description + ". See docs/OPERATIONS.md, " + id + ".")
            .metric(metric)
            .threshold(threshold)
            .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
            .evaluationPeriods(1)
            .treatMissingData(TreatMissingData.NOT_BREACHING)
            .build();
    if (tell != null) {
      alarm.addAlarmAction(tell);
      alarm.addOkAction(tell);
    }
    return alarm;
  }
}
