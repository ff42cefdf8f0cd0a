package io.fastshot.client.cli.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.cli.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Endpoint and region are decided once, in the order of the AWS CLI, and said. */
class EndpointChoiceTest {
  private static final String SPECIAL = "http://127.0.0.1:11";
  private static final String GENERAL = "http://127.0.0.1:12";
  private static final String OF_SERVICES = "http://127.0.0.1:13";
  private static final String OF_PROFILE = "http://127.0.0.1:14";

  @TempDir Path home;
  private Terminal terminal = new Terminal(Path.of(""));

  @BeforeEach
  void terminal() throws IOException {
    terminal = fresh();
  }

  /** With a configuration of its own. */
  private Terminal fresh() throws IOException {
    Path config =
        Files.writeString(
            home.resolve("config"),
            """
            [default]
            region = eu-north-1
            [profile lib]
            region = eu-central-1
            services = loc
            endpoint_url = %s
            [profile plain]
            endpoint_url = %s
            [services loc]
            s3 =
              endpoint_url = %s
            """
                .formatted(OF_PROFILE, OF_PROFILE, OF_SERVICES));
    return new Terminal(home)
        .with("AWS_CONFIG_FILE", config.toString())
        .with("AWS_SHARED_CREDENTIALS_FILE", home.resolve("none").toString());
  }

  private JsonNode status(String... options) {
    List<String> all = new java.util.ArrayList<>(List.of("status", "--cached", "--json"));
    all.addAll(List.of(options));
    assertThat(terminal.run(all.toArray(String[]::new))).as(terminal.err()).isZero();
    return terminal.json();
  }

  private String endpoint(String... options) {
    return status(options).path("endpoint").asString("AWS");
  }

  private static List<String> decided(JsonNode status) {
    return status.path("decided").valueStream().map(n -> n.asString("")).toList();
  }

  @Test
  void theOrderIsThatOfTheAwsCli() throws IOException {
    assertThat(endpoint("--bucket", "b")).isEqualTo("AWS");
    assertThat(endpoint("--bucket", "b", "--profile", "plain")).isEqualTo(OF_PROFILE);
    assertThat(endpoint("--bucket", "b", "--profile", "lib")).isEqualTo(OF_SERVICES);
    terminal.with("AWS_PROFILE", "plain");
    assertThat(endpoint("--bucket", "b")).isEqualTo(OF_PROFILE);
    terminal.with("AWS_ENDPOINT_URL", GENERAL);
    assertThat(endpoint("--bucket", "b", "--profile", "lib")).isEqualTo(GENERAL);
    terminal.with("AWS_ENDPOINT_URL_S3", SPECIAL);
    assertThat(endpoint("--bucket", "b")).isEqualTo(SPECIAL);
    assertThat(endpoint("--bucket", "b", "--endpoint-url", "http://127.0.0.1:1"))
        .isEqualTo("http://127.0.0.1:1");
    terminal.with("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true");
    assertThat(endpoint("--bucket", "b", "--profile", "lib")).isEqualTo("AWS");
    assertThat(endpoint("--bucket", "b", "--endpoint-url", "http://127.0.0.1:1"))
        .isEqualTo("http://127.0.0.1:1");
  }

  @Test
  void theRegionIsTheProfilesUnlessTheEnvironmentNamesOne() throws IOException {
    assertThat(decided(status("--bucket", "b")))
        .contains("region eu-north-1 (the profile default of the AWS configuration)");
    assertThat(decided(status("--bucket", "b", "--profile", "lib")))
        .contains(
            "region eu-central-1 (the profile lib of the AWS configuration)",
            "endpoint " + OF_SERVICES + " (the profile lib of the AWS configuration)");
    terminal.with("AWS_REGION", "sa-east-1");
    assertThat(decided(status("--bucket", "b", "--profile", "lib")))
        .contains("region sa-east-1 (AWS_REGION)");
    assertThat(decided(status("--bucket", "b", "--region", "us-west-2")))
        .contains("region us-west-2 (--region)");
  }

  /** What was found is a store like any other: it is probed, and has a cache of its own. */
  @Test
  void aStoreOfTheConfigurationIsNoAws() {
    JsonNode ofAws = status("--bucket", "b");
    JsonNode other = status("--bucket", "b", "--profile", "lib");
    assertThat(ofAws.path("store").path("aws").asBoolean()).isTrue();
    assertThat(other.path("store").path("aws").asBoolean(true)).isFalse();
    assertThat(other.path("cache").path("folder").asString(""))
        .isNotEqualTo(ofAws.path("cache").path("folder").asString(""));
  }

  @Test
  void aLibraryOfTheSettingsKeepsItsPlaceAndItsProfilesEndpoint() throws IOException {
    Files.writeString(
        home.resolve("settings.json"),
        """
        {"version":1,"chosen":"a","libraries":[
          {"name":"a","bucket":"b","region":"eu-west-1","profile":"lib"},
          {"name":"c","bucket":"b","region":"eu-west-1","endpoint":"http://127.0.0.1:15"}]}
        """);
    assertThat(endpoint()).isEqualTo(OF_SERVICES);
    assertThat(decided(status())).contains("region eu-west-1 (the library's settings)");
    assertThat(endpoint("--library", "c")).isEqualTo("http://127.0.0.1:15");
    terminal.with("AWS_ENDPOINT_URL", GENERAL);
    assertThat(endpoint("--library", "c")).isEqualTo("http://127.0.0.1:15");
    assertThat(endpoint()).isEqualTo(GENERAL);
  }

  @Test
  void badEndpointsAreWrongUse() throws IOException {
    for (String bad : List.of("127.0.0.1:9000", "", "http://my_store", "http://")) {
      assertThat(terminal.run("ls", "--bucket", "b", "--endpoint-url", bad))
          .as(bad)
          .isEqualTo(ExitCode.USAGE);
      assertThat(terminal.err()).hasLineCount(1).contains("--endpoint-url", "is no endpoint");
    }
    Terminal other = fresh().with("AWS_ENDPOINT_URL", "127.0.0.1:9000");
    assertThat(other.run("ls", "--bucket", "b")).isEqualTo(ExitCode.USAGE);
    assertThat(other.err()).hasLineCount(1).contains("AWS_ENDPOINT_URL:", "http://");
  }

  @Test
  void aBadConfigurationIsToldWithItsFile() throws IOException {
    Path config = Files.writeString(home.resolve("broken"), "  [default]\n  region = x\n");
    Terminal other = fresh().with("AWS_CONFIG_FILE", config.toString());
    assertThat(other.run("ls", "--bucket", "b")).isEqualTo(ExitCode.USAGE);
    assertThat(other.err()).hasLineCount(1).contains(config.toString());
  }

  @Test
  void aBadProxyIsToldInOneLine() throws IOException {
    Terminal other = fresh().with("HTTPS_PROXY", "socks5://proxy:1080");
    assertThat(other.run("ls", "--bucket", "b")).isEqualTo(ExitCode.USAGE);
    assertThat(other.err()).hasLineCount(1).contains("HTTPS_PROXY");
  }
}
