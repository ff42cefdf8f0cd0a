package io.fastshot.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.VersionOptions;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/**
 * One function of the packaged jar, with a role that may do nothing until it is told so, and a log
 * that is kept for a month.
 *
 * <p>Versions stay when a new one takes the alias: pointing the alias back is the fastest way out
 * of a bad deployment.
 */
final class LibraryFunction extends Construct {

  /** The alias that everything invokes. */
  static final String ALIAS = "live";

  private final Settings settings;
  private final Role role;
  private final Function function;
  private final Alias alias;

  /**
   * What tells the functions apart.
   *
   * @param handler class of the jar
   * @param memoryMb megabytes; the share of a processor goes with it, 1,769 being a whole one
   */
  record Settings(String handler, String description, int memoryMb, Duration timeout) {}

  LibraryFunction(
      Construct scope, String id, Settings settings, Code code, Map<String, String> environment) {
    super(scope, id);
    this.settings = settings;
    role =
        Role.Builder.create(this, "Role")
            .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
            .description(settings.description())
            .build();
    LogGroup log = monthlyLog();
    allow(
        "OwnLog",
        List.of("logs:CreateLogStream", "logs:PutLogEvents"),
        List.of(log.getLogGroupArn()));
    function =
        Function.Builder.create(this, "Function")
            .runtime(Runtime.JAVA_25)
            .architecture(Architecture.ARM_64)
            .code(code)
            .handler(settings.handler())
            .description(settings.description())
            .memorySize(settings.memoryMb())
            .timeout(settings.timeout())
            .role(role)
            .logGroup(log)
            .environment(environment)
            .snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS)
            .currentVersionOptions(
                VersionOptions.builder().removalPolicy(RemovalPolicy.RETAIN).build())
            .build();
    Annotations.of(function)
        .acknowledgeWarning(
            "@aws-cdk/aws-lambda:snapStartRequirePublish", "the alias makes it publish versions");
    alias =
        Alias.Builder.create(this, "Live")
            .aliasName(ALIAS)
            .version(function.getCurrentVersion())
            .build();
  }

  private LogGroup monthlyLog() {
    return LogGroup.Builder.create(this, "Log")
        .retention(RetentionDays.ONE_MONTH)
        .removalPolicy(RemovalPolicy.DESTROY)
        .build();
  }

  Function function() {
    return function;
  }

  Alias alias() {
    return alias;
  }

  int memoryMb() {
    return settings.memoryMb();
  }

  /** What Invoke takes. */
  String nameWithAlias() {
    return function.getFunctionName() + ":" + ALIAS;
  }

  void allow(String sid, List<String> actions, List<String> resources) {
    role.addToPolicy(
        PolicyStatement.Builder.create().sid(sid).actions(actions).resources(resources).build());
  }

  /** With its permissions: what acts by it must wait for them. */
  Role role() {
    return role;
  }
}
