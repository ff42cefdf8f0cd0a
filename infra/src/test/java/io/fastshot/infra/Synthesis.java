package io.fastshot.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.lambda.Code;

/**
 * Stacks for tests: no AWS account, and a file of a few bytes in place of the packaged function.
 */
final class Synthesis {
  private Synthesis() {}

  /** A stack with the given options, as {@code -c NAME=VALUE}, and the app around it. */
  static FastshotStack stack(Map<String, String> options) {
    try {
      Path folder = Files.createTempDirectory("synthesis");
      Path jar = Files.writeString(folder.resolve("function.jar"), "not a jar");
      App app = new App(AppProps.builder().outdir(folder.resolve("out").toString()).build());
      return new FastshotStack(
          app,
          LibraryOptions.of(new HashMap<>(options), folder),
          Code.fromAsset(jar.toString()),
          StackProps.builder().build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
