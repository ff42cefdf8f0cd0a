package io.fastshot.infra;

import software.amazon.awscdk.App;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.StackProps;

/** Writes the CloudFormation template of the library; started by the CDK's command line. */
public final class FastshotApp {
  private FastshotApp() {}

  /** Account and region are those of the AWS profile the CDK runs with, if it knows them. */
  public static void main(String[] args) {
    App app = new App();
    Environment target =
        Environment.builder()
            .account(System.getenv("CDK_DEFAULT_ACCOUNT"))
            .region(System.getenv("CDK_DEFAULT_REGION"))
            .build();
    new FastshotStack(
        app,
        "Fastshot",
        StackProps.builder().env(target).description("Fastshot Cloud Library").build());
    app.synth();
  }
}
