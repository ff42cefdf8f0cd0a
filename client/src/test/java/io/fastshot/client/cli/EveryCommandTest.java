package io.fastshot.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.client.cli.text.Json;
import io.fastshot.client.text.PlainText;
import io.fastshot.fixtures.Extent;
import io.fastshot.fixtures.Fixtures;
import io.fastshot.json.IndexSamples;
import io.fastshot.json.OverallIndexJson;
import io.fastshot.localcloud.LocalCloud;
import io.fastshot.localcloud.LocalCloudConfig;
import io.fastshot.localcloud.LocalCloudInfo;
import io.fastshot.model.KeyLayout;
import io.fastshot.store.Content;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.Precondition;
import io.fastshot.store.s3.Credentials;
import io.fastshot.store.s3.S3ObjectStore;
import io.fastshot.store.s3.S3Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * All commands, over HTTP, where programs of this kind fail. The list of commands is the program's
 * own. What else a command must stand belongs here as well, as one more test that takes {@link
 * Walk#commands}; what the bucket does to it, into {@link EveryCommandBucketsTest}.
 */
class EveryCommandTest {
  private static final int ROWS = Extent.of(10_000, 100_000);

  @TempDir Path folder;

  private static LocalCloud cloud(Path data) throws IOException {
    return Walk.cloud(data, "");
  }

  private Terminal terminal(LocalCloudInfo info) {
    return Walk.terminal(folder.resolve("home"), info);
  }

  @Test
  void noCommandIsForgotten() throws IOException {
    Walk walk = Walk.in(folder.resolve("files"), "s", Fixtures.field("esc.fastshot"));
    TreeSet<String> walked = new TreeSet<>(walk.commands("n").keySet());
    walked.addAll(Walk.UNTIL_STOPPED);
    assertThat(walked).isEqualTo(EveryCommand.all().keySet());
  }

  /** A name of terminal escapes, HTML and marks of direction gives no orders, whoever says it. */
  @Test
  void aHostileNameOrdersNothing() throws IOException {
    String base = "20250101000000_<html>\u009B31m\u202Egnp\u2066";
    Walk walk = Walk.in(folder.resolve("files"), base, Fixtures.field("rtlo_name.fastshot"));
    try (LocalCloud cloud = cloud(folder.resolve("data"))) {
      walk.commands("\u001B]0;x\u0007\u202E")
          .forEach((command, arguments) -> {
            Terminal terminal = terminal(cloud.info()).typing("y\n");
            int code = terminal.run(EveryCommand.with(arguments, command));
            String said = terminal.out() + terminal.err();
            assertThat(code).as("%s: %s", command, said).isEqualTo(Walk.well(command));
            assertThat(harmful(said)).as(command).isEmpty();
          });
      Terminal lost = terminal(cloud.info());
      assertThat(lost.run("info", "none\u009B31m")).isEqualTo(ExitCode.NOTHING_MATCHED);
      assertThat(harmful(lost.err())).isEmpty();
    }
  }

  /** What is left when the program's own way to write over a line of progress is taken away. */
  private static String harmful(String said) {
    return said.replace("\u001B[K", "")
        .replace("\r", "")
        .replace("\n", "")
        .codePoints()
        .filter(c -> PlainText.isHarmful((char) c))
        .mapToObj(Integer::toHexString)
        .toList()
        .toString()
        .replace("[]", "");
  }

  static boolean hasScript() {
    boolean found = Files.isExecutable(Path.of("/usr/bin/script"));
    if (!found) {
      System.getLogger(EveryCommandTest.class.getName())
          .log(System.Logger.Level.WARNING, "no \"script\" here: no test at a real terminal");
    }
    return found;
  }

  @Test
  @EnabledIf("hasScript")
  void aHostileNameOrdersNothingAtARealTerminal() throws IOException, InterruptedException {
    String base = "20250101000000_\u009B31m\u202Egnp";
    Walk walk = Walk.in(folder.resolve("files"), base, Fixtures.field("rtlo_name.fastshot"));
    try (LocalCloud cloud = cloud(folder.resolve("data"))) {
      assertThat(terminal(cloud.info()).run("put", "--wait", walk.file().toString())).isZero();
      Launched launched = launched(cloud.info(), "C.UTF-8", "home");
      assertThat(launched.runAtTerminal("y\n", "rm", "20250101")).as(launched.out()).isZero();
      assertThat(launched.out()).contains("to be deleted", "[y/N]", "deleted");
      assertThat(harmful(launched.out())).isEmpty();
    }
  }

  private Launched launched(LocalCloudInfo info, String locale, String home) {
    return new Launched(folder, environment(info, locale, home));
  }

  private Map<String, String> environment(LocalCloudInfo info, String locale, String home) {
    Map<String, String> environment = new HashMap<>(Walk.reach(info));
    environment.put("LC_ALL", locale);
    environment.put("FASTSHOT_HOME", folder.resolve(home).toString());
    return environment;
  }

  /**
   * Cron, systemd and containers start programs under C; names are what they are all the same. And
   * companies put a proxy into the environment, through which what is on this machine never goes.
   */
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a script of a Unix shell")
  void chineseNamesUnderTheLocaleCBehindAProxy() throws IOException, InterruptedException {
    String base = "20250101000000_登录";
    Walk walk =
        Walk.in(folder.resolve("文件"), base, Fixtures.field("report@20260101120000.fastshot"));
    try (LocalCloud cloud = cloud(folder.resolve("data"));
        CountingProxy proxy = new CountingProxy()) {
      Map<String, String> environment = environment(cloud.info(), "C", "家");
      environment.putAll(proxy.environment());
      Launched launched = new Launched(folder, environment);
      List<String> commands = List.copyOf(walk.commands("登录").keySet());
      List<String[]> lines = new ArrayList<>(walk.lines("登录"));
      lines.add(new String[] {"ls", "--json"});
      String made = folder.resolve("文件/made.fastshot").toString();
      lines.add(new String[] {"inspect", "--json", made});
      List<Several.Said> all = launched.runAll(lines);
      assertThat(all).hasSameSizeAs(lines);
      for (int i = 0; i < commands.size(); i++) {
        String command = commands.get(i);
        String said = all.get(i).text();
        assertThat(all.get(i).code()).as("%s: %s", command, said).isEqualTo(Walk.well(command));
        assertThat(said.replaceAll("http://\\S+", "")) // an address has a question mark
            .as(command)
            .doesNotContain("\uFFFD", "?");
      }
      assertThat(json(all.get(commands.size())).path(0).path("filename").asString(""))
          .isEqualTo(base + ".fastshot");
      assertThat(json(all.getLast()).path("name").asString("")).isEqualTo("登录");
      assertThat(proxy.seen()).isEmpty();
      // Where no UTF-8 locale is to be had, a name that was lost is no name.
      for (Several.Said lost :
          launched.runAllBare(List.of(new String[] {"rm", base}, new String[] {"search", "登录"}))) {
        assertThat(lost.code()).isEqualTo(ExitCode.USAGE);
        assertThat(lost.err()).contains("cannot be read", "LC_ALL=C.UTF-8").hasLineCount(1);
      }
    }
  }

  private static JsonNode json(Several.Said said) {
    return Json.MAPPER.readTree(said.out());
  }

  /** Data that did not get out is no success. */
  @Test
  void aFullDiskBehindStdout() throws IOException, InterruptedException {
    Walk walk =
        Walk.in(
            folder.resolve("files"),
            "20250101000000_f",
            Fixtures.field("report@20260101120000.fastshot"));
    try (LocalCloud cloud = cloud(folder.resolve("data"))) {
      walk.commands("n")
          .forEach((command, arguments) -> {
            Terminal full = terminal(cloud.info()).withRoomFor(0);
            int code = full.run(EveryCommand.with(arguments, command));
            boolean silent = Set.of("connect", "disconnect", "purge").contains(command);
            assertThat(code)
                .as("%s: %s", command, full.err())
                .isEqualTo(silent ? Walk.well(command) : ExitCode.FAILED);
            assertThat(full.err().contains("could not be written")).as(command).isEqualTo(!silent);
          });
      Path device = Path.of("/dev/full");
      if (Files.exists(device)) {
        Launched launched = launched(cloud.info(), "C", "home");
        assertThat(launched.runInto(device, "ls", "--json")).isEqualTo(ExitCode.FAILED);
        assertThat(launched.err()).contains("could not be written").hasLineCount(1);
      }
    }
  }

  /** With the memory that the launcher gives. */
  @Test
  void aLargeLibrary() throws IOException, InterruptedException {
    LocalCloudConfig config = LocalCloudConfig.at(folder.resolve("data"));
    try (LocalCloud cloud = LocalCloud.startStore(config)) {
      LocalCloudInfo info = cloud.info();
      S3Settings settings =
          new S3Settings(
              info.endpoint(),
              info.region(),
              info.bucket(),
              new Credentials(info.accessKey(), info.secretKey()),
              null,
              Duration.ofSeconds(20));
      byte[] index = OverallIndexJson.write(IndexSamples.index(ROWS)).bytes();
      try (ObjectStore store = S3ObjectStore.open(settings)) {
        store.put(
            KeyLayout.atRoot().overallMeta(),
            Content.of(index, "application/json"),
            Precondition.none());
      }
      List<Several.Said> all =
          launched(info, "C", "home")
              .runAll(
                  List.of(
                      new String[] {"ls", "--json"},
                      new String[] {"ls"},
                      new String[] {"search", "s"},
                      new String[] {"info", "--json", "s5"},
                      new String[] {"status", "--json"},
                      new String[] {"trash", "--json"},
                      new String[] {"verify", "--json", "--settle", "0s"}));
      assertThat(all.subList(0, 6)).allMatch(said -> said.code() == ExitCode.DONE, "well");
      assertThat(json(all.getFirst())).hasSize(ROWS);
      assertThat(all.get(1).out()).hasLineCount(ROWS + 1);
      assertThat(all.getLast().code()).as(all.getLast().err()).isEqualTo(ExitCode.FAILED);
      assertThat(json(all.getLast()).path("differences").size()).isPositive();
    }
  }
}
