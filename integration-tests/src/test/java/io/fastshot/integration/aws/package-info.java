/**
 * AWS as tests reach it, itself or as LocalStack: {@link io.fastshot.integration.aws.OnLocalStack}
 * finds or starts the latter, {@link io.fastshot.integration.aws.AwsAccess} makes clients, {@link
 * io.fastshot.integration.aws.SdkDeployment} deploys the packaged function, {@link
 * io.fastshot.integration.aws.DeployedLibrary} drives and judges a deployed library, whoever
 * deployed it.
 */
@NullMarked
package io.fastshot.integration.aws;

import org.jspecify.annotations.NullMarked;
