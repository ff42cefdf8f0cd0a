package io.fastshot.infra;

import java.util.List;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/**
 * One library in AWS: the bucket that holds the sessions and their indexes.
 *
 * <p>The bucket is private, answers TLS only, encrypts at rest, keeps old versions for 30 days and
 * stays when the stack is removed: it is the only copy of somebody's work.
 */
public final class FastshotStack extends Stack {
  /** How long a deleted or overwritten object can still be brought back. */
  private static final Duration UNDO = Duration.days(30);

  /** An upload that was not finished in a week will not be; its parts cost money unseen. */
  private static final Duration UNFINISHED_UPLOAD = Duration.days(7);

  /**
   * Adds the stack to an app.
   *
   * @param scope the app
   * @param id the stack's name in CloudFormation
   * @param props account, region and description
   */
  public FastshotStack(Construct scope, String id, StackProps props) {
    super(scope, id, props);
    Bucket bucket =
        Bucket.Builder.create(this, "Library")
            .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
            .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
            .enforceSsl(true)
            .minimumTlsVersion(1.2)
            .encryption(BucketEncryption.S3_MANAGED)
            .versioned(true)
            .removalPolicy(RemovalPolicy.RETAIN)
            .lifecycleRules(lifecycle())
            .build();
    output("LibraryBucketName", bucket.getBucketName(), "The bucket of the library");
    output("LibraryRegion", getRegion(), "The region of the bucket");
  }

  private static List<LifecycleRule> lifecycle() {
    return List.of(
        LifecycleRule.builder()
            .id("forget-old-versions")
            .noncurrentVersionExpiration(UNDO)
            .expiredObjectDeleteMarker(true)
            .build(),
        LifecycleRule.builder().id("empty-trash").prefix("trash/").expiration(UNDO).build(),
        LifecycleRule.builder()
            .id("drop-unfinished-uploads")
            .abortIncompleteMultipartUploadAfter(UNFINISHED_UPLOAD)
            .build());
  }

  private void output(String name, String value, String description) {
    CfnOutput.Builder.create(this, name).value(value).description(description).build();
  }
}
