package io.fastshot.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Matcher;
import software.amazon.awscdk.assertions.Template;

/** Who is told of what. */
@NeedsNode
class AlarmsTest {
  private static final String ALARM = "AWS::CloudWatch::Alarm";

  @Test
  void eachTroubleHasItsAlarm() {
    Template template = Template.fromStack(Synthesis.stack(Map.of()));
    template.resourceCountIs(ALARM, 8);
    alarm(template, 1, "AWS/SQS", "ApproximateNumberOfMessagesVisible", 0);
    alarm(template, 1, "AWS/SQS", "ApproximateAgeOfOldestMessage", 900);
    alarm(template, 2, "AWS/Lambda", "Errors", 0);
    alarm(template, 2, "AWS/Lambda", "Throttles", 0);
    alarm(template, 1, "Fastshot", "Drift", 0);
    alarm(template, 1, "Fastshot", "RebuildFailed", 0);
    template.allResourcesProperties(
        ALARM,
        Map.of("ComparisonOperator", "GreaterThanThreshold", "TreatMissingData", "notBreaching"));
  }

  private static void alarm(
      Template template, int count, String namespace, String metric, int threshold) {
    template.resourcePropertiesCountIs(
        ALARM, Map.of("Namespace", namespace, "MetricName", metric, "Threshold", threshold), count);
  }

  @Test
  void deadLettersAreThoseOfTheDeadLetterQueue() {
    Template template = Template.fromStack(Synthesis.stack(Map.of()));
    String deadLetters =
        template
            .findResources(
                "AWS::SQS::Queue",
                Map.of("Properties", Match.objectLike(Map.of("RedrivePolicy", Match.absent()))))
            .keySet()
            .iterator()
            .next();
    template.hasResourceProperties(
        ALARM,
        Map.of(
            "MetricName",
            "ApproximateNumberOfMessagesVisible",
            "Dimensions",
            List.of(
                Map.of(
                    "Name",
                    "QueueName",
                    "Value",
                    Map.of("Fn::GetAtt", List.of(deadLetters, "QueueName"))))));
  }

  /** docs/decisions/0206: a letter means that the index may be wrong, which only a check mends. */
  @Test
  void firstDeadLetterStartsACheckAtOnce() {
    Template template = Template.fromStack(Synthesis.stack(Map.of()));
    template.hasResourceProperties(
        "AWS::Events::Rule",
        Map.of(
            "State",
            "ENABLED",
            "EventPattern",
            Match.objectEquals(
                Map.of(
                    "source", List.of("aws.cloudwatch"),
                    "detail-type", List.of("CloudWatch Alarm State Change"),
                    "resources",
                        List.of(Map.of("Fn::GetAtt", List.of(deadLettersAlarm(template), "Arn"))),
                    "detail", Map.of("state", Map.of("value", List.of("ALARM"))))),
            "Targets",
            List.of(
                Match.objectLike(
                    Map.of("Arn", rebuildAlias(template), "Input", "{\"mode\":\"check\"}")))));
    template.resourcePropertiesCountIs(
        "AWS::Lambda::Permission",
        Map.of("Principal", "events.amazonaws.com", "FunctionName", rebuildAlias(template)),
        2); // and the clock's
  }

  private static String deadLettersAlarm(Template template) {
    return only(template, ALARM, "DeadLettersAlarm");
  }

  private static Map<String, String> rebuildAlias(Template template) {
    return Map.of("Ref", only(template, "AWS::Lambda::Alias", "RebuildLive"));
  }

  private static String only(Template template, String type, String idStart) {
    List<String> found =
        template.findResources(type).keySet().stream()
            .filter(id -> id.startsWith(idStart))
            .toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  @Test
  void whoWantsMailGetsItForEachAlarmAndWhenItIsOver() {
    Template template =
        Template.fromStack(Synthesis.stack(Map.of("alarm-email", "admin@example.com")));
    template.hasResourceProperties(
        "AWS::SNS::Subscription", Map.of("Protocol", "email", "Endpoint", "admin@example.com"));
    String topic = template.findResources("AWS::SNS::Topic").keySet().iterator().next();
    List<Map<String, String>> told = List.of(Map.of("Ref", topic));
    template.allResourcesProperties(ALARM, Map.of("AlarmActions", told, "OKActions", told));
  }

  /** A policy that only refuses takes the place of SNS's own, and no mail would ever come. */
  @Test
  void alarmsOfThisAccountMayPublishAndNobodyElse() {
    Template template =
        Template.fromStack(Synthesis.stack(Map.of("alarm-email", "admin@example.com")));
    Map<String, String> topic =
        Map.of("Ref", template.findResources("AWS::SNS::Topic").keySet().iterator().next());
    Map<String, Object> ofThisAccount =
        Map.of("StringEquals", Map.of("aws:SourceAccount", Map.of("Ref", "AWS::AccountId")));
    Matcher refusal = Match.objectLike(Map.of("Effect", "Deny"));
    Matcher permission =
        Match.objectEquals(
            Map.of(
                "Sid",
                "AlarmsMayPublish",
                "Effect",
                "Allow",
                "Action",
                "sns:Publish",
                "Principal",
                Map.of("Service", "cloudwatch.amazonaws.com"),
                "Resource",
                topic,
                "Condition",
                ofThisAccount));
    template.hasResourceProperties(
        "AWS::SNS::TopicPolicy",
        Map.of(
            "Topics",
            List.of(topic),
            "PolicyDocument",
            Match.objectLike(Map.of("Statement", List.of(refusal, permission)))));
  }

  @Test
  void withoutAnAddressNobodyIsTold() {
    Template template = Template.fromStack(Synthesis.stack(Map.of()));
    template.resourceCountIs("AWS::SNS::Topic", 0);
    template.allResourcesProperties(ALARM, Map.of("AlarmActions", Match.absent()));
  }

  @Test
  void dashboardShowsEachMetricOfTheFunctionsAndWhatCosts() {
    Template template = Template.fromStack(Synthesis.stack(Map.of()));
    String dashboard = template.findResources("AWS::CloudWatch::Dashboard").toString();
    assertThat(dashboard)
        .contains(
            LibraryMetrics.CHANGES,
            LibraryMetrics.FAILED,
            LibraryMetrics.LAG,
            LibraryMetrics.ATTEMPTS,
            LibraryMetrics.SESSIONS,
            LibraryMetrics.DEGRADED,
            LibraryMetrics.DRIFT,
            LibraryMetrics.REBUILD_LEFT)
        .contains("ApproximateAgeOfOldestMessage", "\"Errors\"", "\"Throttles\"")
        .contains("\"Duration\"", "\"Invocations\"", "NumberOfMessagesSent", "BucketSizeBytes");
  }
}
