package io.fastshot.infra;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.lambda.Code;

/** Writes the CloudFormation template of a library; started by the CDK's command line. */
public final class FastshotApp {
  private FastshotApp() {}

  /**
   * Account and region are those of the AWS profile the CDK runs with, if it knows them. Ends with
   * 1 and a line on stderr if an option cannot be used or the packaged function is missing.
   */
  public static void main(String[] args) {
    try {
      App app = new App();
      LibraryOptions options = LibraryOptions.of(context(app), Path.of(""));
      new FastshotStack(app, options, packaged(options.indexerJar()), props());
      Aspects.of(app).add(new AwsSolutionsChecks());
      app.synth();
    } catch (InvalidOptionException e) {
      System.err.println("fastshot: " + e.getMessage());
      System.exit(1);
    }
  }

  @SuppressWarnings("unchecked") // it is JSON's object
  private static Map<String, Object> context(App app) {
    return (Map<String, Object>) app.getNode().getAllContext();
  }

  private static StackProps props() {
    return StackProps.builder()
        .env(
            Environment.builder()
                .account(System.getenv("CDK_DEFAULT_ACCOUNT"))
                .region(System.getenv("CDK_DEFAULT_REGION"))
                .build())
        .description("Fastshot Cloud Library")
        .build();
  }

  private static Code packaged(Path jar) {
    if (!Files.isRegularFile(jar)) {
      throw new InvalidOptionException(
          "the packaged function is missing: "
              + jar.toAbsolutePath().normalize()
              + "\nBuild it first, in the project's root folder: mvn package");
    }
    return Code.fromAsset(jar.toString());
  }
}
