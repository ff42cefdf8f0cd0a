package io.fastshot.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

@NeedsNode
class FastshotStackTest {
  private static final String BUCKET = "AWS::S3::Bucket";

  @SuppressWarnings("NullAway.Init") // set before any test; synthesising takes seconds
  private static Template template;

  @BeforeAll
  static void synthesise() {
    template =
        Template.fromStack(new FastshotStack(new App(), "Fastshot", StackProps.builder().build()));
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
  void bucketRefusesRequestsWithoutTls() {
    template.hasResourceProperties(
        "AWS::S3::BucketPolicy",
        Map.of(
            "PolicyDocument",
            Map.of(
                "Statement",
                Match.arrayWith(
                    List.of(
                        Match.objectLike(
                            Map.of(
                                "Effect", "Deny",
                                "Action", "s3:*",
                                "Condition",
                                    Map.of("Bool", Map.of("aws:SecureTransport", "false")))))))));
  }

  @Test
  void bucketEncryptsAtRest() {
    template.hasResourceProperties(
        BUCKET,
        Map.of(
            "BucketEncryption",
            Map.of(
                "ServerSideEncryptionConfiguration",
                List.of(
                    Map.of("ServerSideEncryptionByDefault", Map.of("SSEAlgorithm", "AES256"))))));
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
    template.hasResourceProperties(
        BUCKET,
        Map.of(
            "LifecycleConfiguration",
            Map.of(
                "Rules",
                List.of(
                    Match.objectLike(
                        Map.of(
                            "NoncurrentVersionExpiration",
                            Map.of("NoncurrentDays", 30),
                            "ExpiredObjectDeleteMarker",
                            true,
                            "Status",
                            "Enabled")),
                    Match.objectLike(
                        Map.of("Prefix", "trash/", "ExpirationInDays", 30, "Status", "Enabled")),
                    Match.objectLike(
                        Map.of(
                            "AbortIncompleteMultipartUpload",
                            Map.of("DaysAfterInitiation", 7),
                            "Status",
                            "Enabled"))))));
  }

  @Test
  void outputsNameTheLibrary() {
    assertThat(template.findOutputs("*")).containsOnlyKeys("LibraryBucketName", "LibraryRegion");
  }
}
