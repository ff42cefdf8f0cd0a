package io.fastshot.integration.aws;

import io.fastshot.fixtures.Fixtures;
import java.nio.file.Files;
import java.nio.file.Path;

/** The jar that is deployed. */
public final class PackagedFunction {
  private static final String JAR = "lambda-indexer/target/fastshot-indexer.jar";

  private PackagedFunction() {}

  /**
   * The jar as this build made it.
   *
   * @throws IllegalStateException if it was not built; the message says how
   */
  public static Path jar() {
    Path jar = Fixtures.projectRoot().resolve(JAR);
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException(
          jar + " is missing: build it (mvn package -pl lambda-indexer -am -DskipTests)");
    }
    return jar;
  }
}
