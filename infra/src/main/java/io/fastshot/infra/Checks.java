package io.fastshot.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.RuleTargetInput;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.constructs.Construct;

/** What asks for a comparison of the bucket with the index: the clock, and a dead letter. */
final class Checks {
  private static final Duration EVERY = Duration.hours(1);

  private final Construct scope;
  private final LambdaFunction check;

  Checks(Construct scope, LibraryFunction rebuild) {
    this.scope = scope;
    this.check =
        LambdaFunction.Builder.create(rebuild.alias())
            .event(RuleTargetInput.fromObject(Map.of("mode", "check")))
            .maxEventAge(EVERY)
            .retryAttempts(2)
            .build();
  }

  /** The backstop for events that were lost. */
  void everyHour() {
    Rule.Builder.create(scope, "HourlyCheck")
        .description("Fastshot: compares the bucket with the index")
        .schedule(Schedule.rate(EVERY))
        .targets(List.of(check))
        .build();
  }

  /** Each time the alarm starts to ring: once, not for as long as it rings. */
  void when(Alarm alarm) {
    Rule.Builder.create(scope, "DeadLetterCheck")
        .description(
            "Fastshot: compares the bucket with the index as soon as there is a dead letter")
        .eventPattern(
            EventPattern.builder()
                .source(List.of("aws.cloudwatch"))
                .detailType(List.of("CloudWatch Alarm State Change"))
                .resources(List.of(alarm.getAlarmArn()))
                .detail(Map.of("state", Map.of("value", List.of("ALARM"))))
                .build())
        .targets(List.of(check))
        .build();
  }
}
