package io.fastshot.integration.aws;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** What {@link OnLocalStack} does. */
final class LocalStackExtension implements ExecutionCondition, ParameterResolver {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return switch (LocalStack.ofThisJvm()) {
      case LocalStack.Ready(_, String way) -> ConditionEvaluationResult.enabled(way);
      case LocalStack.Missing(String reason) -> ConditionEvaluationResult.disabled(reason);
      case LocalStack.Broken(String reason) -> throw new IllegalStateException(reason);
    };
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == AwsAccess.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return switch (LocalStack.ofThisJvm()) {
      case LocalStack.Ready(AwsAccess access, _) -> access;
      case LocalStack.Missing(String reason) -> throw new IllegalStateException(reason);
      case LocalStack.Broken(String reason) -> throw new IllegalStateException(reason);
    };
  }
}
