package io.fastshot.infra;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A test class that runs the CDK, whose core is a Node.js program.
 *
 * <p>Without {@code node} on the PATH it is skipped with a line that says so; with {@code
 * FASTSHOT_REQUIRE_NODE=1} in the environment (set by continuous integration) it fails instead.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsNode.Condition.class)
@interface NeedsNode {
  /** Looks for node and decides. */
  final class Condition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      try {
        new ProcessBuilder("node", "--version")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
        return ConditionEvaluationResult.enabled("node is on the PATH");
      } catch (IOException e) {
        String reason = "the CDK needs Node.js (Debian: apt-get install nodejs): " + e.getMessage();
        if ("1".equals(System.getenv("FASTSHOT_REQUIRE_NODE"))) {
          throw new IllegalStateException(reason, e);
        }
        System.err.println("SKIPPED " + context.getDisplayName() + ": " + reason);
        return ConditionEvaluationResult.disabled(reason);
      } catch (InterruptedException e) {
        throw new IllegalStateException("interrupted while looking for node", e);
      }
    }
  }
}
