package io.fastshot.integration.library;

import io.fastshot.integration.aws.Aws;
import io.fastshot.integration.aws.AwsAccess;
import io.fastshot.integration.aws.SdkDeployment;
import io.fastshot.integration.aws.TestBucket;
import io.fastshot.model.KeyLayout;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A library on AWS itself, with the packaged function deployed in a role that exists. */
@Tag(Aws.TAG)
@EnabledIfSystemProperty(
    named = Aws.ROLE,
    matches = ".+",
    disabledReason = "no function is deployed without -D" + Aws.ROLE + "=ARN")
final class AwsLibraryTest extends DeployedLibraryContract {
  @Override
  protected DeployedLibrary open() throws Exception {
    AwsAccess access = Aws.access();
    TestBucket bucket = closing(Aws.bucket());
    SdkDeployment.Target target =
        new SdkDeployment.Target(
            access,
            bucket.name(),
            new KeyLayout("team/"),
            LEGACY_KEY,
            Aws.role(),
            Duration.ofSeconds(1));
    SdkDeployment deployment = closing(SdkDeployment.deploy(target));
    return closing(new DeployedLibrary(access, deployment.names()));
  }
}
