package io.fastshot.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

/** What can be chosen, and what it changes. */
@NeedsNode
class OptionsTest {
  private static final String BUCKET = "AWS::S3::Bucket";

  private static LibraryOptions read(Map<String, String> context) {
    return LibraryOptions.of(new HashMap<>(context), Path.of("/project/infra"));
  }

  private static Template template(Map<String, String> options) {
    return Template.fromStack(Synthesis.stack(options));
  }

  @Test
  void nothingNeedsToBeChosen() {
    LibraryOptions options = read(Map.of("@aws-cdk/core:checkSecretUsage", "true"));
    assertThat(options.stackName()).isEqualTo("Fastshot");
    assertThat(options.prefix()).isEmpty();
    assertThat(options.retentionDays()).isEqualTo(30);
    assertThat(options.removable()).isFalse();
    assertThat(options.indexerJar())
        .isEqualTo(Path.of("/project/lambda-indexer/target/fastshot-indexer.jar"));
  }

  @ParameterizedTest
  @CsvSource({
    "alarmEmail,     a@b.c,     there is no option",
    "alarm-email,    nobody,    alarm-email",
    "prefix,         no-slash,  prefix",
    "prefix,         /,         prefix",
    "bucket,         Upper,     bucket",
    "existing-bucket, x,        existing-bucket",
    "stack,          1st,       stack",
    "retention-days, 0,         retention-days",
    "retention-days, many,      retention-days",
    "removal,        delete,    removal",
  })
  void whatCannotBeUsedIsNamed(String name, String value, String words) {
    assertThatThrownBy(() -> read(Map.of(name, value)))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining(words);
  }

  @Test
  void anExistingBucketIsNeitherMadeNorRemoved() {
    assertThatThrownBy(() -> read(Map.of("existing-bucket", "team", "bucket", "other")))
        .isInstanceOf(InvalidOptionException.class);
    assertThatThrownBy(() -> read(Map.of("existing-bucket", "team", "removal", "destroy")))
        .isInstanceOf(InvalidOptionException.class);

    Template template = template(Map.of("existing-bucket", "team-screens"));
    template.resourceCountIs(BUCKET, 0);
    template.resourceCountIs("AWS::S3::BucketPolicy", 0);
    template.hasOutput("LibraryBucketName", Map.of("Value", "team-screens"));
    template.hasResourceProperties(
        "Custom::FastshotBucketNotification",
        Map.of(
            "Bucket", "team-screens",
            "Prefix", "sessions/",
            "Suffix", ".fastshot",
            "Events",
                List.of("s3:ObjectCreated:*", "s3:ObjectRemoved:*", "s3:LifecycleExpiration:*")));
  }

  @Test
  void theBucketsNameIsGeneratedOrChosen() {
    template(Map.of("bucket", "our-screens"))
        .hasResourceProperties(BUCKET, Map.of("BucketName", "our-screens"));
    template(Map.of())
        .hasResourceProperties(
            BUCKET,
            Map.of(
                "BucketName",
                Map.of(
                    "Fn::Join",
                    List.of("", List.of("fastshot-", Map.of("Fn::Select", Match.anyValue()))))));
  }

  @Test
  void aTestStageMayTakeItsBucketAlong() {
    template(Map.of("removal", "destroy"))
        .hasResource(BUCKET, Map.of("DeletionPolicy", "Delete", "UpdateReplacePolicy", "Delete"));
  }

  @Test
  void retentionIsForOldVersionsAndTrash() {
    template(Map.of("retention-days", "7"))
        .hasResourceProperties(
            BUCKET,
            Map.of(
                "LifecycleConfiguration",
                Map.of(
                    "Rules",
                    Match.arrayWith(
                        List.of(
                            Match.objectLike(
                                Map.of("NoncurrentVersionExpiration", Map.of("NoncurrentDays", 7))),
                            Match.objectLike(
                                Map.of("Prefix", "trash/", "ExpirationInDays", 7)))))));
  }

  @Test
  void theLegacyKeyIsASecretAndStandsNowhereElse() {
    Template template = template(Map.of("legacy-key-secret", "fastshot/legacy-key"));
    template.resourceCountIs("AWS::SecretsManager::Secret", 0);
    template.resourcePropertiesCountIs(
        "AWS::Lambda::Function",
        Map.of(
            "Environment",
            Map.of(
                "Variables",
                Match.objectLike(Map.of("FASTSHOT_LEGACY_KEY_SECRET", Match.anyValue())))),
        2);
  }

  @Test
  void aListForTheOriginalAppIsAskedForOnBothFunctions() {
    Map<String, Object> asked =
        Map.of(
            "Environment",
            Map.of("Variables", Match.objectLike(Map.of("FASTSHOT_ORIGINAL_APP", "true"))));
    template(Map.of("original-app", "yes"))
        .resourcePropertiesCountIs("AWS::Lambda::Function", asked, 2);
    template(Map.of()).resourcePropertiesCountIs("AWS::Lambda::Function", asked, 0);
    assertThatThrownBy(() -> read(Map.of("original-app", "maybe")))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("original-app");
  }
}
