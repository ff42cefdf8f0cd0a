package io.fastshot.infra;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;
import software.constructs.IConstruct;

/**
 * The bucket that holds the sessions and their indexes: the stack's own, or one that is there.
 *
 * <p>The stack's own is private, answers TLS only, encrypts at rest, keeps old versions for a while
 * and stays when the stack is removed: it is the only copy of somebody's work. Of an existing
 * bucket nothing is changed but its notifications, where ours are added to those that are there.
 */
final class LibraryBucket {

  /** An upload that was not finished in a week will not be; its parts cost money unseen. */
  private static final Duration UNFINISHED_UPLOAD = Duration.days(7);

  private static final double MIN_TLS = 1.2;

  /** The stack's id ends in a UUID; its last group makes a name that nobody else has taken. */
  private static final int ID_UUID = 2;

  private static final int UUID_LAST_GROUP = 4;

  private final String name;
  private final String arn;
  private final @Nullable Bucket own;

  LibraryBucket(Construct scope, LibraryOptions options) {
    String existing = options.existingBucket();
    name = existing == null ? newName(options) : existing;
    arn = "arn:" + Aws.PARTITION + ":s3:::" + name;
    own = existing == null ? make(scope, options) : null;
  }

  /** What the bucket is called: never a reference to the bucket's resource. */
  String name() {
    return name;
  }

  /** The ARN, made of the name. */
  String arn() {
    return arn;
  }

  /**
   * Sends events about sessions to the queue.
   *
   * <p>The own bucket's notification is a property of the bucket. That of an existing one is a
   * document that others may have written to; {@link BucketTakeover} adds ours to it.
   *
   * @param ready what must be there before
   */
  void notify(Library library, IConstruct ready) {
    if (own == null) {
      return;
    }
    CfnBucket bucket = (CfnBucket) own.getNode().getDefaultChild();
    bucket.setNotificationConfiguration(
        CfnBucket.NotificationConfigurationProperty.builder()
            .queueConfigurations(
                SessionEvents.ALL.stream()
                    .map(event -> SessionEvents.toQueue(event, library))
                    .toList())
            .build());
    bucket.getNode().addDependency(ready);
  }

  private String newName(LibraryOptions options) {
    String asked = options.bucketName();
    String uuid = Fn.select(ID_UUID, Fn.split("/", Aws.STACK_ID));
    return asked == null ? "fastshot-" + Fn.select(UUID_LAST_GROUP, Fn.split("-", uuid)) : asked;
  }

  private Bucket make(Construct scope, LibraryOptions options) {
    RemovalPolicy removal = options.removable() ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN;
    Bucket bucket =
        Bucket.Builder.create(scope, "Library")
            .bucketName(name)
            .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
            .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
            .enforceSsl(true)
            .minimumTlsVersion(MIN_TLS)
            .encryption(BucketEncryption.S3_MANAGED)
            .versioned(true)
            .removalPolicy(removal)
            .lifecycleRules(lifecycle(options))
            .build();
    // A bucket that stays goes on refusing requests without TLS.
    Objects.requireNonNull(bucket.getPolicy(), "enforceSsl makes one").applyRemovalPolicy(removal);
    Nag.noAccessLogs(bucket);
    return bucket;
  }

  private static List<LifecycleRule> lifecycle(LibraryOptions options) {
    Duration undo = Duration.days(options.retentionDays());
    return List.of(
        LifecycleRule.builder()
            .id("forget-old-versions")
            .noncurrentVersionExpiration(undo)
            .expiredObjectDeleteMarker(true)
            .build(),
        LifecycleRule.builder()
            .id("empty-trash")
            .prefix(new LibraryKeys("", options.prefix()).trashPrefix())
            .expiration(undo)
            .build(),
        LifecycleRule.builder()
            .id("drop-unfinished-uploads")
            .abortIncompleteMultipartUploadAfter(UNFINISHED_UPLOAD)
            .build());
  }
}
