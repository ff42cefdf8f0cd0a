package io.fastshot.integration.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.fixtures.Fixtures;
import io.fastshot.integration.aws.PackagedFunction;
import io.fastshot.integration.runtime.RuntimeApi.Answer;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * The packaged function in a JVM of its own, as Lambda starts it: the runtime client's jars first,
 * then the function's, the handler as the argument, nothing of the test's environment.
 *
 * <p>An environment that crashed is replaced at the next invocation, as Lambda does.
 */
final class FunctionProcess implements AutoCloseable {
  static final String INDEXER = "io.fastshot.indexer.IndexerHandler";
  static final String REBUILD = "io.fastshot.indexer.RebuildHandler";
  private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  /** What Lambda gives a function without SnapStart; the heap is 85 % of 512 MB. */
  static final List<String> LAMBDA_OPTIONS =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx435m");

  /**
   * Names the runtime client's native library. Without it each process unpacks the library to one
   * fixed path of the machine, whatever {@code java.io.tmpdir} says, over the file that another one
   * is running from, which then dies of SIGBUS.
   */
  private static final String NATIVE_LIBRARY =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final RuntimeApi api;
  private final ProcessBuilder builder;
  private Process process;

  private FunctionProcess(RuntimeApi api, ProcessBuilder builder) throws IOException {
    this.api = api;
    this.builder = builder;
    this.process = launch();
  }

  /**
   * Starts a function.
   *
   * @param handler its class
   * @param environment its variables, beside those that Lambda sets
   */
  static FunctionProcess start(String handler, Map<String, String> environment) throws IOException {
    return start(handler, environment, LAMBDA_OPTIONS);
  }

  /** With other options of the JVM. */
  static FunctionProcess start(
      String handler, Map<String, String> environment, List<String> options) throws IOException {
    RuntimeApi api = RuntimeApi.start();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-D" + NATIVE_LIBRARY + "=" + nativeLibrary());
    command.addAll(List.of("-cp", classPath(), MAIN, handler));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder
        .environment()
        .putAll(
            Map.of(
                "AWS_LAMBDA_RUNTIME_API", api.address(),
                "AWS_LAMBDA_FUNCTION_NAME", "fastshot",
                "AWS_LAMBDA_FUNCTION_VERSION", "1",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512",
                "_HANDLER", handler,
                "LC_CTYPE", "en_US.UTF-8",
                "PATH", "/usr/bin:/bin"));
    return new FunctionProcess(api, builder);
  }

  /** The class path on Lambda: the runtime's folder, then the function's. */
  static String classPath() throws IOException {
    Path function = PackagedFunction.jar();
    Path client = built("runtime-client");
    try (var jars = Files.list(client)) {
      String runtime =
          jars.sorted().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
      return runtime + File.pathSeparator + function;
    }
  }

  /** The one of this machine: that the processes share it does no harm, none of them writes it. */
  static Path nativeLibrary() throws IOException {
    String machine =
        switch (System.getProperty("os.arch")) {
          case "aarch64" -> "aarch_64";
          default -> "x86_64";
        };
    boolean musl =
        Files.exists(Path.of("/lib", "ld-musl-" + System.getProperty("os.arch") + ".so.1"));
    String libc = musl ? "linux_musl" : "linux";
    return built("runtime-client-native")
        .resolve("jni/libaws-lambda-jni." + libc + "-" + machine + ".so");
  }

  private static Path built(String folder) throws IOException {
    Path built = Fixtures.projectRoot().resolve("integration-tests/target").resolve(folder);
    if (!Files.isDirectory(built)) {
      throw new IOException("there is no " + built + ": run mvn verify, which makes it");
    }
    return built;
  }

  private Process launch() throws IOException {
    Process started = builder.start();
    var _ = started.onExit().thenRun(api::crashed);
    return started;
  }

  /** Invokes and waits for the answer. */
  Answer invoke(String event) throws InterruptedException, IOException {
    if (!process.isAlive()) {
      process = launch();
    }
    try {
      return api.invoke(event.getBytes(StandardCharsets.UTF_8), PATIENCE)
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new IOException("the function did not answer; is alive: " + process.isAlive(), e);
    }
  }

  /** Invokes; anything but a returned answer fails the test. */
  String returned(String event) throws InterruptedException, IOException {
    Answer answer = invoke(event);
    assertThat(answer).isInstanceOf(Answer.Returned.class);
    return ((Answer.Returned) answer).json();
  }

  /** CPU time that the process has used, by the kernel's account, to a hundredth of a second. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  long pid() {
    return process.pid();
  }

  /** As the kernel ends a process that takes too much memory: at once. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** As Lambda ends an environment: SIGTERM, which lets the JVM write what it was asked for. */
  void stop() {
    process.destroy();
    process.onExit().join();
  }

  @Override
  public void close() {
    kill();
    api.close();
  }
}
