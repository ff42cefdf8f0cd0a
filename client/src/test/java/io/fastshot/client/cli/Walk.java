package io.fastshot.client.cli;

import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.fixtures.Fixtures;
import io.fastshot.localcloud.LocalCloud;
import io.fastshot.localcloud.LocalCloudConfig;
import io.fastshot.localcloud.LocalCloudInfo;
import io.fastshot.localcloud.faults.FaultPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A walk through all commands with one session: it goes in, is looked at from all sides, goes, and
 * comes back. Each command finds what those before it left.
 */
record Walk(Path folder, String base, Path file, Path picture) {

  /** They end only when they are told to; what they print is looked at in tests of their own. */
  static final Set<String> UNTIL_STOPPED = Set.of("demo", "serve", "show");

  /** Prepares the files in a folder of their own. */
  static Walk in(Path folder, String base, Path session) throws IOException {
    Files.createDirectories(folder);
    Path file = Files.copy(session, folder.resolve(base + ".fastshot"));
    Path picture = Files.copy(Fixtures.field("rgb8_96.png"), folder.resolve("picture.png"));
    return new Walk(folder, base, file, picture);
  }

  /** The arguments of each command, in order. */
  Map<String, List<String>> commands(String name) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    String to = folder.resolve("out").toString();
    all.put("inspect", List.of(file.toString()));
    all.put("put", List.of("--wait", file.toString()));
    all.put("ls", List.of());
    all.put("search", List.of(base));
    all.put("info", List.of(base));
    all.put("link", List.of(base));
    all.put("get", List.of(base, "-o", to));
    all.put("images", List.of(base, "-o", to));
    all.put(
        "new",
        List.of(
            picture.toString(), "--name", name, "-o", folder.resolve("made.fastshot").toString()));
    all.put("rm", List.of("--wait", base));
    all.put("trash", List.of());
    all.put("restore", List.of(base));
    all.put("purge", List.of(base));
    all.put("rebuild", List.of("all", "--wait", base + ".fastshot"));
    all.put("status", List.of());
    all.put("cache", List.of("keep", base));
    all.put("verify", List.of("--settle", "5s"));
    all.put("index", List.of("--once"));
    all.put("connect", List.of());
    all.put("disconnect", List.of());
    return all;
  }

  /** The same as command lines. */
  List<String[]> lines(String name) {
    return commands(name).entrySet().stream()
        .map(command -> EveryCommand.with(command.getValue(), command.getKey()))
        .toList();
  }

  /**
   * How a command ends that did what it should. The walk finds its library by the environment:
   * there is none to disconnect from. What was restored is not there to be purged.
   */
  static int well(String command) {
    return command.equals("disconnect") || command.equals("purge")
        ? ExitCode.NOTHING_MATCHED
        : ExitCode.DONE;
  }

  /** A library with something wrong; see {@link FaultPlan}. */
  static LocalCloud cloud(Path data, String faults) throws IOException {
    return LocalCloud.start(config(data, faults));
  }

  /** A bucket with something wrong, at a provider that runs no functions. */
  static LocalCloud store(Path data, String faults) throws IOException {
    return LocalCloud.startStore(config(data, faults));
  }

  private static LocalCloudConfig config(Path data, String faults) {
    return LocalCloudConfig.at(data)
        .withBatchWindow(Duration.ofMillis(20))
        .withFaults(Duration.ZERO, FaultPlan.parse(faults));
  }

  static Terminal terminal(Path home, LocalCloudInfo info) {
    Terminal terminal = new Terminal(home);
    reach(info).forEach(terminal::with);
    return terminal;
  }

  /** The environment that reaches a local cloud. */
  static Map<String, String> reach(LocalCloudInfo info) {
    return Map.of(
        "AWS_ENDPOINT_URL_S3", info.endpoint().toString(),
        "AWS_REGION", info.region(),
        "AWS_ACCESS_KEY_ID", info.accessKey(),
        "AWS_SECRET_ACCESS_KEY", info.secretKey());
  }
}
