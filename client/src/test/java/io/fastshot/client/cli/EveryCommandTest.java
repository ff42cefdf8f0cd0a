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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * All commands, over HTTP, where programs of this kind fail. The list of commands is the program's
 * own. What else a command must stand (a proxy, a wrong clock, an archived session, Object Lock)
 * belongs here as well, as one more test that takes {@link Walk#commands}.
 */
class EveryCommandTest {
  private static final int ROWS = Extent.of(10_000, 100_000);

  @TempDir Path folder;

  private static LocalCloud cloud(Path data) throws IOException {
    return LocalCloud.start(LocalCloudConfig.at(data).withBatchWindow(Duration.ofMillis(20)));
  }

  private Terminal terminal(LocalCloudInfo info) {
    Terminal terminal = new Terminal(folder.resolve("home"));
    Walk.reach(info).forEach(terminal::with);
    return terminal;
  }

  /** The walk finds its library by the environment: there is none to disconnect from. */
  private static int well(String command) {
    return command.equals("disconnect") ? ExitCode.NOTHING_MATCHED : ExitCode.DONE;
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
            assertThat(code).as("%s: %s", command, said).isEqualTo(well(command));
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
    Map<String, String> environment = new HashMap<>(Walk.reach(info));
    environment.put("LC_ALL", locale);
    environment.put("FASTSHOT_HOME", folder.resolve(home).toString());
    return new Launched(folder, environment);
  }

  /** Cron, systemd and containers start programs under C; names are what they are all the same. */
  @Test
  void chineseNamesUnderTheLocaleC() throws IOException, InterruptedException {
    String base = "20250101000000_登录";
    Walk walk =
        Walk.in(folder.resolve("文件"), base, Fixtures.field("report@20260101120000.fastshot"));
    try (LocalCloud cloud = cloud(folder.resolve("data"))) {
      Launched launched = launched(cloud.info(), "C", "家");
      for (Map.Entry<String, List<String>> command : walk.commands("登录").entrySet()) {
        int code = launched.run(EveryCommand.with(command.getValue(), command.getKey()));
        String said = launched.out() + launched.err();
        assertThat(code).as("%s: %s", command.getKey(), said).isEqualTo(well(command.getKey()));
        assertThat(said).as(command.getKey()).doesNotContain("\uFFFD", "?");
      }
      assertThat(launched.run("ls", "--json")).isZero();
      assertThat(Json.MAPPER.readTree(launched.out()).path(0).path("filename").asString(""))
          .isEqualTo(base + ".fastshot");
      assertThat(launched.run("inspect", "--json", folder.resolve("文件/made.fastshot").toString()))
          .isZero();
      assertThat(Json.MAPPER.readTree(launched.out()).path("name").asString("")).isEqualTo("登录");
      // Where no UTF-8 locale is to be had, a name that was lost is no name.
      for (List<String> lost : List.of(List.of("rm", base), List.of("search", "登录"))) {
        assertThat(launched.runBare(lost.toArray(String[]::new))).isEqualTo(ExitCode.USAGE);
        assertThat(launched.err()).contains("cannot be read", "LC_ALL=C.UTF-8").hasLineCount(1);
      }
    }
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
            boolean silent = command.equals("disconnect") || command.equals("connect");
            assertThat(code)
                .as("%s: %s", command, full.err())
                .isEqualTo(silent ? well(command) : ExitCode.FAILED);
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
      Launched launched = launched(info, "C", "home");
      assertThat(launched.run("ls", "--json")).as(launched.err()).isZero();
      assertThat(Json.MAPPER.readTree(launched.out())).hasSize(ROWS);
      assertThat(launched.run("ls")).isZero();
      assertThat(launched.out()).hasLineCount(ROWS + 1);
      assertThat(launched.run("search", "s")).isZero();
      assertThat(launched.run("info", "--json", "s5")).as(launched.err()).isZero();
      assertThat(launched.run("status", "--json")).as(launched.err()).isZero();
      assertThat(launched.run("trash", "--json")).as(launched.err()).isZero();
      assertThat(launched.run("verify", "--json")).as(launched.err()).isEqualTo(ExitCode.FAILED);
      assertThat(Json.MAPPER.readTree(launched.out()).path("differences").size()).isPositive();
    }
  }
}
