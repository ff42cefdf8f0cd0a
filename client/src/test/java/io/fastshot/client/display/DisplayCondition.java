package io.fastshot.client.display;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a window test where no display exists, or fails it where one is required. */
final class DisplayCondition implements ExecutionCondition {
  private static final String REQUIRED = "FASTSHOT_REQUIRE_DISPLAY";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return switch (VirtualDisplay.ofThisJvm()) {
      case VirtualDisplay.Ready(String name) ->
          ConditionEvaluationResult.enabled("display " + name);
      case VirtualDisplay.Missing(String reason) -> {
        if ("1".equals(System.getenv(REQUIRED))) {
          throw new IllegalStateException(REQUIRED + "=1, but " + reason);
        }
        System.err.println("SKIPPED " + context.getDisplayName() + ": " + reason);
        yield ConditionEvaluationResult.disabled(reason);
      }
    };
  }
}
