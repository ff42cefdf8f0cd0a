package io.fastshot.localcloud;

import io.fastshot.localcloud.demo.DemoLibrary;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A local cloud in a process of its own, which can be killed. */
final class CloudProcess implements AutoCloseable {
  private final Process process;
  private final LocalCloudInfo info;

  private CloudProcess(Process process, LocalCloudInfo info) {
    this.process = process;
    this.info = info;
  }

  /** The process's own main method: the data folder is its argument. */
  public static void main(String[] args) throws Exception {
    LocalCloudConfig config =
        LocalCloudConfig.at(Path.of(args[0]))
            .withLegacyKey(DemoLibrary.LEGACY_KEY)
            .withBatchWindow(Duration.ofMillis(20));
    try (LocalCloud cloud = LocalCloud.start(config)) {
      System.out.println(cloud.info().toJsonLine());
      System.out.flush();
      new CountDownLatch(1).await();
    }
  }

  /** Starts a process and waits for its line. */
  static CloudProcess start(Path data) throws IOException {
    return start(data, List.of());
  }

  /** The same, run by another command, such as a shell that sets a limit before. */
  static CloudProcess start(Path data, List<String> by) throws IOException {
    List<String> command = new ArrayList<>(by);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            CloudProcess.class.getName(),
            data.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    String line = lines.readLine();
    if (line == null) {
      throw new IOException("the local cloud's process ended before it was ready");
    }
    Map<String, String> members =
        JsonMapper.builder().build().readValue(line, new TypeReference<>() {});
    return new CloudProcess(process, LocalCloudInfo.ofMap(members));
  }

  LocalCloudInfo info() {
    return info;
  }

  /** As {@code kill -9}: no handler runs. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
