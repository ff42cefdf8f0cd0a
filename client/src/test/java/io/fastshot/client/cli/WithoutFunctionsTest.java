package io.fastshot.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.localcloud.LocalCloud;
import io.fastshot.localcloud.LocalCloudConfig;
import io.fastshot.localcloud.LocalCloudInfo;
import io.fastshot.localcloud.demo.DemoLibrary;
import io.fastshot.model.KeyLayout;
import io.fastshot.store.Content;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.Precondition;
import io.fastshot.store.s3.Credentials;
import io.fastshot.store.s3.S3ObjectStore;
import io.fastshot.store.s3.S3Settings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** On a store that runs no functions every advice is one that works there. */
class WithoutFunctionsTest {
  private static final String KEY = DemoLibrary.LEGACY_KEY;
  private static final KeyLayout LAYOUT = KeyLayout.atRoot();
  private static final int SESSIONS = 8;

  @TempDir static Path data;
  private static @Nullable LocalCloud running;

  @TempDir Path home;
  private Terminal terminal = new Terminal(Path.of(""));

  private static LocalCloudInfo info() {
    return Objects.requireNonNull(running, "started before the first test").info();
  }

  @BeforeAll
  static void start() throws Exception {
    running = LocalCloud.startStore(LocalCloudConfig.at(data));
    try (ObjectStore store = store()) {
      DemoLibrary.fill(store, LAYOUT, SESSIONS, 1, XorMask.of(KEY));
    }
  }

  @AfterAll
  static void stop() {
    Objects.requireNonNull(running, "started before the first test").close();
  }

  @BeforeEach
  void index() {
    terminal =
        new Terminal(home)
            .with("AWS_ENDPOINT_URL_S3", info().endpoint().toString())
            .with("AWS_ACCESS_KEY_ID", info().accessKey())
            .with("AWS_SECRET_ACCESS_KEY", info().secretKey())
            .with("FASTSHOT_LEGACY_KEY", KEY);
    assertThat(terminal.run("index", "--once")).as(terminal.err()).isZero();
  }

  private static ObjectStore store() {
    return S3ObjectStore.open(
        new S3Settings(
            info().endpoint(),
            info().region(),
            info().bucket(),
            new Credentials(info().accessKey(), info().secretKey()),
            null,
            Duration.ofSeconds(20)));
  }

  private JsonNode verify(int exitCode) {
    return verify(exitCode, true);
  }

  private JsonNode verify(int exitCode, boolean deep) {
    int code =
        deep
            ? terminal.run("verify", "--deep", "--json", "--settle", "10ms")
            : terminal.run("verify", "--json", "--settle", "10ms");
    assertThat(code).as(terminal.out() + terminal.err()).isEqualTo(exitCode);
    return terminal.json();
  }

  @ParameterizedTest
  @EnumSource
  void whatVerifyTellsMendsIt(Plant plant) {
    try (ObjectStore store = store()) {
      plant.plant(store);
    }
    JsonNode differences = verify(ExitCode.FAILED, plant.needsDeep()).path("differences");
    assertThat(differences.size()).as(differences.toString()).isEqualTo(1);
    String command = differences.path(0).path("command").asString("");
    assertThat(command).startsWith("fastshot index --once");
    // The clock stands still here: a stuck rebuild would be waited for.
    ToldCommand.run(terminal, command + " --takeover 0s");
    verify(ExitCode.DONE);
  }

  @Test
  void aListWithoutAnIndexSaysWhatMakesIt() {
    try (ObjectStore store = store()) {
      store.delete(LAYOUT.overallMeta(), Precondition.none());
    }
    for (String command : new String[] {"ls", "status"}) {
      assertThat(terminal.run(command)).isEqualTo(ExitCode.FAILED);
      assertThat(terminal.out() + terminal.err())
          .contains("has sessions but no index", "fastshot index --once --mode all")
          .doesNotContain("rebuild");
    }
  }

  @Test
  void aListOfTheOriginalSaysWhatBringsItUpToDate() {
    try (ObjectStore store = store()) {
      byte[] theirs = "{\"version\": \"1.0\", \"sessions\": []}".getBytes(StandardCharsets.UTF_8);
      store.put(LAYOUT.overallMeta(), Content.of(theirs, "application/json"), Precondition.none());
    }
    for (String command : new String[] {"ls", "status"}) {
      assertThat(terminal.run(command)).as(terminal.err()).isZero();
      assertThat(terminal.out() + terminal.err())
          .contains("fastshot index --once --mode overall")
          .doesNotContain("rebuild");
    }
  }

  @Test
  void aRebuildSaysWhatDoesItHere() {
    assertThat(terminal.run("rebuild", "overall")).isEqualTo(ExitCode.FAILED);
    assertThat(terminal.err())
        .contains("no function named", "fastshot index --once --mode overall");
  }

  /** Both ends of it were advised to read anew for ever. */
  @Test
  void anotherKeyHereThanThatOfTheIndexIsNoReasonToReadAnew() {
    JsonNode here = verifyWithKey("", ExitCode.DONE).path("notes");
    assertThat(here.toString()).contains("key_of_this_machine");
    assertThat(here.findValuesAsString("command").toString()).doesNotContain("fastshot");

    terminal.with("FASTSHOT_LEGACY_KEY", "");
    assertThat(terminal.run("index", "--once", "--mode", "all")).isEqualTo(ExitCode.FAILED);
    JsonNode there = verifyWithKey(KEY, ExitCode.FAILED).path("differences");
    assertThat(there.findValuesAsString("kind")).containsOnly("key_of_indexer");
    ToldCommand.run(terminal, there.path(0).path("command").asString(""));
    verify(ExitCode.DONE);
  }

  private JsonNode verifyWithKey(String key, int exitCode) {
    terminal.with("FASTSHOT_LEGACY_KEY", key);
    return verify(exitCode);
  }
}
