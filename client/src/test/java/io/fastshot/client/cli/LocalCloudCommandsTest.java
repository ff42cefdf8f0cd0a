package io.fastshot.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.client.cli.context.LocalClouds;
import io.fastshot.fixtures.Fixtures;
import io.fastshot.localcloud.LocalCloud;
import io.fastshot.localcloud.LocalCloudConfig;
import io.fastshot.localcloud.LocalCloudInfo;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The commands against a real local cloud, over HTTP. */
class LocalCloudCommandsTest {
  private static final String KEY = "fastshot-test-key";

  @TempDir static Path data;
  private static Running running = new Running(null);

  /** The local cloud of all tests here. */
  private record Running(@org.jspecify.annotations.Nullable LocalCloud cloud) {
    LocalCloud get() {
      return java.util.Objects.requireNonNull(cloud, "started before the first test");
    }
  }

  @TempDir Path home;
  private Terminal terminal = new Terminal(Path.of(""));

  @BeforeAll
  static void start() throws IOException {
    LocalCloudConfig config =
        LocalCloudConfig.at(data).withLegacyKey(KEY).withBatchWindow(Duration.ofMillis(20));
    running = new Running(LocalCloud.start(config));
  }

  @AfterAll
  static void stop() {
    running.get().close();
  }

  @BeforeEach
  void connect() {
    LocalCloudInfo info = running.get().info();
    terminal =
        new Terminal(home)
            .with("AWS_ENDPOINT_URL_S3", info.endpoint().toString())
            .with("AWS_ACCESS_KEY_ID", info.accessKey())
            .with("AWS_SECRET_ACCESS_KEY", info.secretKey());
  }

  private Path copy(String fixture, String name) throws IOException {
    return Files.copy(Fixtures.original(fixture), home.resolve(name));
  }

  /** Its end is that which a second deleted session of a name gets in the trash. */
  @Test
  void nameThatEndsInATimeComesBackFromTheTrash() throws IOException {
    String name = "report@20260101120000.fastshot";
    Path file = Files.copy(Fixtures.field(name), home.resolve(name));
    assertThat(terminal.run("put", "--wait", file.toString())).as(terminal.err()).isZero();
    assertThat(terminal.run("rm", name)).as(terminal.err()).isZero();
    assertThat(terminal.run("trash", "--json")).isZero();
    assertThat(terminal.json().findValuesAsString("filename")).contains(name);
    assertThat(terminal.run("restore", name)).as(terminal.err()).isZero();
    assertThat(terminal.out() + terminal.err()).contains(name);
    Path got = home.resolve("got");
    assertThat(terminal.run("put", "--wait", file.toString())).as(terminal.err()).isZero();
    assertThat(terminal.out()).contains("already there");
    assertThat(terminal.run("get", name, "-o", got.toString())).as(terminal.err()).isZero();
    assertThat(got.resolve(name)).hasSameBinaryContentAs(file);

    if (OS.WINDOWS.isCurrentOs()) {
      return; // only administrators make links
    }
    Path precious = Files.writeString(home.resolve("precious"), "precious");
    Path linked = Files.createDirectory(home.resolve("linked"));
    Files.createSymbolicLink(linked.resolve(name), precious);
    assertThat(terminal.run("get", name, "-o", linked.toString())).isEqualTo(ExitCode.FAILED);
    assertThat(precious).hasContent("precious");
  }

  @Test
  void aSessionGoesInAndComesOutAndGoesAndComesBack() throws IOException {
    Path file = copy("cloud_key.fastshot", "20250621114615_图 1.fastshot");
    assertThat(terminal.run("put", "--wait", "--json", file.toString()))
        .as(terminal.err())
        .isZero();
    assertThat(terminal.json().path("outcome").asString("")).isEqualTo("uploaded");
    assertThat(terminal.run("put", file.toString())).isZero();
    assertThat(terminal.out()).contains("already there");

    assertThat(terminal.run("info", "--json", "20250621114615_图 1")).isZero();
    assertThat(terminal.json().path("name").asString("")).isEqualTo("demo_1");
    assertThat(terminal.json().path("checksum").asString("")).startsWith("sha256:");
    Path got = home.resolve("got");
    assertThat(terminal.run("get", "20250621114615_图 1", "-o", got.toString())).isZero();
    assertThat(got.resolve(file.getFileName().toString()))
        .hasBinaryContent(Files.readAllBytes(file));
    if (!OS.WINDOWS.isCurrentOs()) { // which has no umask
      assertThat(Files.getPosixFilePermissions(got.resolve(file.getFileName().toString())))
          .as("what the umask gives to any file")
          .isEqualTo(Files.getPosixFilePermissions(Files.createFile(home.resolve("any"))));
    }
    assertThat(
            terminal.run("images", "--legacy-key", KEY, "20250621114615_图 1", "-o", got.toString()))
        .as(terminal.err())
        .isZero();
    try (Stream<Path> images = Files.list(got)) {
      assertThat(images.filter(image -> image.toString().endsWith(".png"))).hasSize(2);
    }

    assertThat(terminal.run("rm", "--wait", "20250621114615_图 1")).as(terminal.err()).isZero();
    assertThat(terminal.run("search", "图 1")).isEqualTo(ExitCode.NOTHING_MATCHED);
    assertThat(terminal.run("trash", "--json")).isZero();
    assertThat(terminal.json().valueStream().map(e -> e.path("filename").asString("")))
        .contains("20250621114615_图 1.fastshot");
    assertThat(terminal.run("restore", "20250621114615_图 1")).isZero();
    assertThat(terminal.run("put", "--wait", file.toString())).isZero();
    assertThat(terminal.run("search", "图 1")).isZero();
  }

  @Test
  void aNameThatIsTakenIsNotReplaced() throws IOException {
    Path one = copy("cloud_key.fastshot", "20250101000000_taken.fastshot");
    assertThat(terminal.run("put", one.toString())).isZero();
    Files.copy(
        Fixtures.original("cloud_unicode.fastshot"),
        one,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThat(terminal.run("put", one.toString())).isEqualTo(ExitCode.FAILED);
    assertThat(terminal.err()).contains("another session", "Rename");
  }

  @Test
  void rebuildsRunAndAreFollowed() throws IOException {
    Path file = copy("cloud_unicode.fastshot", "20250301000000_r.fastshot");
    assertThat(terminal.run("put", "--wait", file.toString())).isZero();
    assertThat(terminal.run("rebuild", "all", "--dry-run", "--json")).as(terminal.err()).isZero();
    assertThat(terminal.json().path("status").asString("")).isEqualTo("dry_run");
    assertThat(terminal.json().path("nominated").asInt(0)).isPositive();
    for (List<String> what :
        List.of(List.of("all"), List.of("overall"), List.of("all", "20250301000000_r.fastshot"))) {
      String[] arguments =
          Stream.concat(Stream.of("rebuild", "--wait"), what.stream()).toArray(String[]::new);
      assertThat(terminal.run(arguments)).as(terminal.err()).isZero();
      assertThat(terminal.err()).contains("done");
    }
    assertThat(terminal.run("rebuild", "check", "--wait")).as(terminal.err()).isZero();
    assertThat(terminal.out()).as("a check that finds nothing").startsWith("done: 0 sessions");
    assertThat(terminal.run("status", "--json")).isZero();
    assertThat(terminal.json().path("connection").asString("")).isEqualTo("online");
    assertThat(terminal.json().path("rebuild").path("state").asString("")).isEqualTo("done");
    assertThat(terminal.run("rebuild", "cancel")).isZero();
    assertThat(terminal.out()).startsWith("nothing to cancel");
  }

  @Test
  void aPersonMaySayNo() throws IOException {
    Path file = copy("cloud_unicode.fastshot", "20250401000000_keep.fastshot");
    assertThat(terminal.run("put", "--wait", file.toString())).isZero();
    assertThat(terminal.typing("n\n").run("rm", "20250401000000_keep")).isEqualTo(ExitCode.FAILED);
    assertThat(terminal.err()).contains("[y/N]");
    assertThat(terminal.run("search", "_keep")).isZero();
    assertThat(terminal.typing("yes\n").run("rm", "20250401000000_keep")).isZero();
  }

  @Test
  void wrongKeysAndBucketsAreSaid() {
    assertThat(terminal.run("ls", "--bucket", "no-such-bucket")).isEqualTo(ExitCode.FAILED);
    assertThat(terminal.err()).contains("no-such-bucket");
    assertThat(terminal.with("AWS_SECRET_ACCESS_KEY", "wrong").run("ls"))
        .isEqualTo(ExitCode.NOT_AUTHORISED);
    assertThat(terminal.err()).contains("credentials");
  }

  @Test
  void aLocalCloudInTheHomeIsFoundWithItsKeys() throws IOException {
    LocalCloudConfig config = LocalCloudConfig.at(LocalClouds.defaultData(home));
    try (LocalCloud _ = LocalCloud.start(config)) {
      assertThat(new Terminal(home).run("ls", "--refresh")).isZero();
    }
    assertThat(new Terminal(home).run("ls")).isEqualTo(ExitCode.USAGE);
  }

  /** Whoever has the link has the file, without credentials, and for no longer than it says. */
  @Test
  void aLinkIsTheFileForWhoeverHasIt() throws Exception {
    Path file = copy("cloud_key.fastshot", "20250621114616_图 \"2\".fastshot");
    assertThat(terminal.run("put", "--wait", file.toString())).as(terminal.err()).isZero();
    assertThat(terminal.run("link", "--json", "--expires", "2h", "20250621114616_图 \"2\""))
        .as(terminal.err())
        .isZero();
    assertThat(Instant.parse(terminal.json().get(0).path("expires_at").asString("")))
        .isBetween(Instant.now().plusSeconds(7_000), Instant.now().plusSeconds(7_200));
    URI address = URI.create(terminal.json().get(0).path("url").asString(""));
    try (HttpClient anybody = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> got =
          anybody.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
      assertThat(got.statusCode()).isEqualTo(200);
      assertThat(got.body()).isEqualTo(Files.readAllBytes(file));
      assertThat(got.headers().firstValue("content-disposition").orElse(""))
          .isEqualTo("attachment; filename*=UTF-8''20250621114616_%E5%9B%BE%20%222%22.fastshot");
      URI other = URI.create(address.toString().replace("11461", "11462"));
      assertThat(
              anybody
                  .send(HttpRequest.newBuilder(other).build(), BodyHandlers.discarding())
                  .statusCode())
          .isEqualTo(403);
    }
    assertThat(terminal.run("link", "--expires", "8d", "20250621114616_图 \"2\""))
        .isEqualTo(ExitCode.USAGE);
    assertThat(terminal.run("link", "nobody")).isEqualTo(ExitCode.NOTHING_MATCHED);
    assertThat(terminal.run("rm", "--yes", "--wait", "20250621114616_图 \"2\"")).isZero();
  }

  @Test
  void cacheIsShownBoundedKeptRepairedAndCleared() throws IOException {
    String file = copy("cloud_key.fastshot", "20250621114699_cache.fastshot").toString();
    assertThat(terminal.run("put", "--wait", file)).isZero();
    assertThat(terminal.run("get", "20250621114699_cache", "-o", home.resolve("a").toString()))
        .isZero();
    assertThat(terminal.run("cache", "keep", "--json", "20250621114699_cache")).isZero();
    assertThat(terminal.json().path("sessions").asInt(0)).isEqualTo(1);
    assertThat(terminal.json().path("kept").path(0).asString(""))
        .isEqualTo("20250621114699_cache.fastshot");
    assertThat(terminal.run("cache", "budget", "0mb")).isZero();
    assertThat(terminal.out()).containsPattern("downloads +1, ").containsPattern("budget +0 B");
    assertThat(terminal.run("cache", "verify")).isZero();
    Path folder = Path.of(home.toString(), "libraries");
    try (var files = Files.walk(folder)) {
      Path download =
          files.filter(f -> f.toString().endsWith(".fastshot")).findFirst().orElseThrow();
      Files.writeString(download, "damaged");
    }
    assertThat(terminal.run("cache", "verify")).isEqualTo(ExitCode.FAILED);
    assertThat(terminal.out()).contains("damaged: ");
    assertThat(terminal.run("cache", "repair")).isZero();
    assertThat(terminal.run("cache", "verify")).isZero();
    assertThat(terminal.run("cache", "clear", "--metadata", "--json")).isZero();
    assertThat(terminal.json().path("catalog_bytes").asInt(-1)).isZero();
    assertThat(terminal.run("cache", "budget")).isEqualTo(ExitCode.USAGE);
    assertThat(terminal.run("cache", "budget", "much")).isEqualTo(ExitCode.USAGE);
    assertThat(terminal.run("cache", "show", "x")).isEqualTo(ExitCode.USAGE);
    assertThat(terminal.run("cache", "budget", "none")).isZero();
  }

  @Test
  void theConnectionIsTestedStepByStep() throws IOException {
    String file = copy("cloud_key.fastshot", "20250621114698_test.fastshot").toString();
    assertThat(terminal.run("put", "--wait", file)).isZero();
    assertThat(terminal.run("status", "--test")).as(terminal.out()).isZero();
    assertThat(terminal.out().lines()).hasSize(5).allMatch(line -> line.startsWith("works "));
    terminal.with("AWS_SECRET_ACCESS_KEY", "wrong");
    assertThat(terminal.run("status", "--test", "--json")).isEqualTo(ExitCode.FAILED);
    assertThat(terminal.json().path("works").asBoolean(true)).isFalse();
    assertThat(terminal.json().path("steps").valueStream().map(s -> s.path("result").asString("")))
        .containsExactly("fails", "skipped", "skipped", "skipped", "skipped");
  }

  @Test
  void onlyWhatIsInRecentlyDeletedIsDeletedForGood() throws IOException {
    String base = "20250621114697_purge";
    String file = copy("cloud_key.fastshot", base + ".fastshot").toString();
    assertThat(terminal.run("put", "--wait", file)).isZero();
    assertThat(terminal.run("purge", "--yes", base)).isEqualTo(ExitCode.NOTHING_MATCHED);
    assertThat(terminal.run("rm", "--wait", "--yes", base)).isZero();
    assertThat(terminal.run("purge", "--yes", "--json", base)).isZero();
    assertThat(terminal.json().path("outcome").asString("")).isEqualTo("purged");
    assertThat(terminal.run("restore", "--yes", base)).isEqualTo(ExitCode.NOTHING_MATCHED);
  }
}
