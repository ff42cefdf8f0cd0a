package io.fastshot.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;

/** The rules of cdk-nag, AwsSolutions. What is not followed is explained where it is made. */
@NeedsNode
class NagTest {

  @SuppressWarnings("deprecation") // what the CDK's assertions return; its replacement is internal
  @ParameterizedTest
  @ValueSource(strings = {"", "team-screens"})
  void everyRuleIsFollowedOrItsSuppressionExplained(String existingBucket) {
    FastshotStack stack =
        Synthesis.stack(
            Map.of(
                "existing-bucket", existingBucket,
                "alarm-email", "admin@example.com",
                "legacy-key-secret", "fastshot/legacy-key"));
    Aspects.of(stack).add(new AwsSolutionsChecks());

    Annotations found = Annotations.fromStack(stack);
    assertThat(found.findError("*", Match.stringLikeRegexp("AwsSolutions-.*")))
        .extracting(finding -> finding.getId() + ": " + finding.getEntry().getData())
        .isEmpty();
    assertThat(found.findWarning("*", Match.stringLikeRegexp("AwsSolutions-.*")))
        .extracting(finding -> finding.getId() + ": " + finding.getEntry().getData())
        .isEmpty();
  }
}
