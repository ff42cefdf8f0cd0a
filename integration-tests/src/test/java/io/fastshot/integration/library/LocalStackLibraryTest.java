package io.fastshot.integration.library;

import io.fastshot.integration.aws.AwsAccess;
import io.fastshot.integration.aws.OnLocalStack;
import io.fastshot.integration.aws.SdkDeployment;
import io.fastshot.integration.aws.TestBucket;
import io.fastshot.model.KeyLayout;

/**
 * A library on LocalStack: events through its S3, its SQS and its event source mapping to the
 * packaged function.
 */
@OnLocalStack
final class LocalStackLibraryTest extends DeployedLibraryContract {
  private final AwsAccess access;

  LocalStackLibraryTest(AwsAccess access) {
    this.access = access;
  }

  @Override
  protected DeployedLibrary open() throws Exception {
    TestBucket bucket = closing(TestBucket.create(access, "library"));
    SdkDeployment deployment =
        closing(
            SdkDeployment.deploy(
                SdkDeployment.Target.localStack(
                    access, bucket.name(), new KeyLayout("team/"), LEGACY_KEY)));
    return closing(new DeployedLibrary(access, deployment.names()));
  }
}
