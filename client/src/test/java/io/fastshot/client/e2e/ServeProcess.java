package io.fastshot.client.e2e;

import io.fastshot.container.bytes.XorMask;
import io.fastshot.indexer.IndexOracle;
import io.fastshot.indexer.run.IndexerConfig;
import io.fastshot.model.KeyLayout;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.s3.Credentials;
import io.fastshot.store.s3.S3ObjectStore;
import io.fastshot.store.s3.S3Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code fastshot serve} as a process of its own, so that it can be killed. */
final class ServeProcess implements AutoCloseable {
  private final Process process;
  private final JsonNode line;

  private ServeProcess(Process process, JsonNode line) {
    this.process = process;
    this.line = line;
  }

  /**
   * Starts it and waits for its line.
   *
   * @param port 0 for any
   */
  static ServeProcess start(Path home, Path data, int port) throws IOException {
    return start(home, data, port, "");
  }

  /**
   * Starts one that goes wrong on purpose.
   *
   * @param faults as {@code --faults} takes them
   */
  static ServeProcess start(Path home, Path data, int port, String faults) throws IOException {
    Process process =
        fork(
            "io.fastshot.client.Main",
            new String[] {"serve", "--home", home.toString(), "--data", data.toString()},
            "--port",
            Integer.toString(port),
            "--faults",
            faults,
            "--legacy-key",
            Sessions.LEGACY_KEY);
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String first = out.readLine();
    if (first == null) {
      throw new IOException("serve ended with exit code " + process.onExit().join().exitValue());
    }
    return new ServeProcess(process, JsonMapper.shared().readTree(first));
  }

  /** Starts a main class on the tests' own class path; its stderr goes to this process's. */
  static Process fork(String mainClass, String[] first, String... more) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
    command.addAll(List.of(first));
    command.addAll(List.of(more));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  URI endpoint() {
    return URI.create(text("endpoint"));
  }

  String region() {
    return text("region");
  }

  String bucket() {
    return text("bucket");
  }

  String accessKey() {
    return text("access_key");
  }

  String secretKey() {
    return text("secret_key");
  }

  private String text(String member) {
    return line.required(member).asString();
  }

  /** A plain S3 client that knows nothing of the library. */
  S3Client s3() {
    return Storm.client(endpoint(), region(), accessKey(), secretKey());
  }

  /**
   * Waits until the index is that of the bucket.
   *
   * @return what still differs after that time; empty if nothing
   */
  List<String> differencesWithin(Duration atMost) throws InterruptedException {
    S3Settings settings =
        new S3Settings(
            endpoint(),
            region(),
            bucket(),
            new Credentials(accessKey(), secretKey()),
            null,
            Duration.ofSeconds(20));
    IndexerConfig config = IndexerConfig.of(KeyLayout.atRoot(), XorMask.of(Sessions.LEGACY_KEY));
    try (ObjectStore store = new PatientReads(S3ObjectStore.open(settings))) {
      long end = System.nanoTime() + atMost.toNanos();
      List<String> differences = IndexOracle.differences(store, config);
      while (!differences.isEmpty() && System.nanoTime() < end) {
        Thread.sleep(250);
        differences = IndexOracle.differences(store, config);
      }
      return differences;
    }
  }

  /** SIGKILL: no shutdown hook runs. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      throw new IllegalStateException("serve survived SIGKILL");
    }
  }

  /** SIGTERM, and the exit code. */
  int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      throw new IllegalStateException("serve did not stop on SIGTERM");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
