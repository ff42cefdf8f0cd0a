package io.fastshot.client.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.cli.CountingProxy;
import io.fastshot.client.cli.Terminal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The first command of a newcomer, on a machine of a company, where everything has a proxy. */
final class DemoBehindProxyTest {
  @TempDir Path home;

  @Test
  void demoWorksAndSendsNothingThere() throws Exception {
    CountingProxy proxy = new CountingProxy();
    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            "io.fastshot.client.Main",
            "demo",
            "--headless",
            "--sessions",
            "2",
            "--home",
            home.toString());
    command.environment().putAll(proxy.environment());
    command.environment().keySet().removeAll(List.of("NO_PROXY", "no_proxy"));
    Process demo = command.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (proxy) {
      String line = demo.inputReader(StandardCharsets.UTF_8).readLine();
      assertThat(line).as("the line that demo prints when its sessions are there").isNotNull();
      assertThat(JsonMapper.shared().readTree(line).path("endpoint").asString(""))
          .startsWith("http://127.0.0.1:");
      Terminal beside = new Terminal(home);
      proxy.environment().keySet().forEach(variable -> beside.with(variable, "nonsense://x"));
      assertThat(beside.run("ls", "--json")).as(beside.err()).isZero();
      assertThat(proxy.seen()).isEmpty();
    } finally {
      demo.destroyForcibly();
      demo.waitFor(20, TimeUnit.SECONDS);
    }
  }
}
