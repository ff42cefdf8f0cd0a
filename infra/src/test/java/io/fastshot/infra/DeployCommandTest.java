package io.fastshot.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code fastshot deploy} and {@code destroy}: what they ask of the CDK and what they remember. In
 * place of the CDK's command line stands one that notes how it was called; nothing is built.
 */
@NeedsNode // which the command asks for
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the command is a script of a Unix shell")
class DeployCommandTest {
  private static final Path INFRA = Path.of("").toAbsolutePath();

  /** Deploys only what is bootstrapped; writes the outputs that the real one would. */
  private static final String CDK =
      """
      #!/bin/sh
      echo "$*" >>"$HERE/calls"
      case "$1" in
        bootstrap) touch "$HERE/bootstrapped" ;;
        deploy)
          if [ -f "$HERE/broken" ]; then echo "CREATE_FAILED"; exit 1; fi
          if [ ! -f "$HERE/bootstrapped" ]; then
            echo "parameter not found in aws://123456789012/eu-central-1. Has the environment been bootstrapped?"
            exit 1
          fi
          while [ "$1" != --outputs-file ]; do shift; done
          echo '{"Fastshot": {"LibraryBucketName": "fastshot-1"}}' >"$2" ;;
      esac
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init") // by JUnit
  Path here;

  private record Outcome(int exit, String said) {}

  @BeforeEach
  void install() throws IOException {
    program("cdk", CDK);
    program("mvn", "#!/bin/sh\n"); // all is built
  }

  private void program(String name, String text) throws IOException {
    Path file = Files.writeString(here.resolve(name), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Outcome run(String command, String... arguments) throws Exception {
    List<String> words = new ArrayList<>(List.of("bash", INFRA.resolve(command).toString()));
    words.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.environment().put("HERE", here.toString());
    builder.environment().put("FASTSHOT_HOME", here.resolve("home").toString());
    builder.environment().put("FASTSHOT_CDK", here.resolve("cdk").toString());
    builder.environment().merge("PATH", here.toString(), (path, first) -> first + ":" + path);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Outcome(process.exitValue(), said);
  }

  private Outcome deploy(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of("--yes", "--no-connect"));
    all.addAll(List.of(arguments));
    return run("deploy", all.toArray(String[]::new));
  }

  private List<String> calls() throws IOException {
    Path calls = here.resolve("calls");
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }

  private Path outputs() {
    return here.resolve("home/deployed/Fastshot.json");
  }

  private void bootstrapped() throws IOException {
    Files.createFile(here.resolve("bootstrapped"));
  }

  @Test
  void anAccountThatWasNeverUsedIsBootstrappedFirst() throws Exception {
    Outcome outcome = deploy();
    assertThat(outcome.exit()).as(outcome.said()).isZero();
    assertThat(calls())
        .extracting(call -> call.replaceAll(" .*", ""))
        .containsExactly("deploy", "bootstrap", "deploy");
    assertThat(calls().get(1)).startsWith("bootstrap aws://123456789012/eu-central-1 ");
    assertThat(outputs()).content().contains("fastshot-1");
  }

  @Test
  void optionsHoldUntilTheyAreTakenBack() throws Exception {
    bootstrapped();
    deploy("--prefix", "team/", "--alarm-email=a@example.com");
    deploy("--retention-days", "7");
    deploy("--prefix", "");
    assertThat(calls()).hasSize(3);
    assertThat(calls().get(1))
        .contains("-c prefix=team/", "-c alarm-email=a@example.com", "-c retention-days=7");
    assertThat(calls().get(2))
        .contains("-c alarm-email=a@example.com", "-c retention-days=7")
        .doesNotContain("prefix");
  }

  @Test
  void eachStackHasOptionsOfItsOwn() throws Exception {
    bootstrapped();
    deploy("--prefix", "team/");
    deploy("--stack", "Other");
    assertThat(calls().getLast()).contains("deploy Other", "-c stack=Other").doesNotContain("team");
  }

  @Test
  void aFailedDeploymentIsNotRemembered() throws Exception {
    bootstrapped();
    deploy();
    String before = Files.readString(outputs());
    Files.createFile(here.resolve("broken"));
    Outcome outcome = deploy("--prefix", "team/");
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.said()).contains("CREATE_FAILED", "The deployment failed");
    assertThat(outputs()).hasContent(before);
    Files.delete(here.resolve("broken"));
    deploy();
    assertThat(calls().getLast()).doesNotContain("team");
  }

  @Test
  void aDryRunOnlyShowsTheDifference() throws Exception {
    bootstrapped();
    Outcome outcome = deploy("--dry-run", "--prefix", "team/");
    assertThat(outcome.exit()).as(outcome.said()).isZero();
    assertThat(calls()).singleElement().asString().startsWith("diff Fastshot").contains("team/");
    assertThat(here.resolve("home")).doesNotExist();
  }

  @Test
  void whatItDoesNotKnowIsNotPassedOn() throws Exception {
    assertThat(deploy("--alarmEmail", "a@example.com").exit()).isEqualTo(2);
    assertThat(deploy("--prefix").exit()).isEqualTo(2);
    assertThat(run("destroy", "--bucket", "x").exit()).isEqualTo(2);
    assertThat(calls()).isEmpty();
  }

  @Test
  void nothingIsRemovedUnasked() throws Exception {
    bootstrapped();
    deploy();
    Outcome outcome = run("destroy");
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.said()).contains("--yes");
    assertThat(calls()).hasSize(1);
    assertThat(run("destroy", "--dry-run").said()).contains("fastshot-1");
    assertThat(calls()).hasSize(1);
  }

  @Test
  void whoRemovesIsToldHowToTakeTheBucketUpAgain() throws Exception {
    bootstrapped();
    deploy("--prefix", "team/");
    Outcome outcome = run("destroy", "--yes");
    assertThat(outcome.exit()).as(outcome.said()).isZero();
    assertThat(calls().getLast()).startsWith("destroy Fastshot --force");
    assertThat(outcome.said()).contains("--existing-bucket fastshot-1 --prefix team/");
    assertThat(outputs()).doesNotExist();
    deploy();
    assertThat(calls().getLast()).doesNotContain("team");
  }
}
