package io.fastshot.client.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.fastshot.client.cli.Terminal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The first command of a newcomer, on a machine of a company, where everything has a proxy. */
final class DemoBehindProxyTest {
  private static final List<String> VARIABLES =
      List.of("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy");

  private final List<String> seen = new CopyOnWriteArrayList<>();
  private HttpServer proxy;

  @TempDir Path home;

  @SuppressWarnings("NullAway.Init")
  DemoBehindProxyTest() {}

  /** Refuses all, as such proxies do with what they do not know, and keeps what came. */
  @BeforeEach
  void start() throws IOException {
    proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    proxy.createContext(
        "/",
        exchange -> {
          seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          exchange.sendResponseHeaders(403, -1);
          exchange.close();
        });
    proxy.start();
  }

  @AfterEach
  void stop() {
    proxy.stop(0);
  }

  @Test
  void demoWorksAndSendsNothingThere() throws Exception {
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
    String address = "http://127.0.0.1:" + proxy.getAddress().getPort();
    VARIABLES.forEach(variable -> command.environment().put(variable, address));
    command.environment().keySet().removeAll(List.of("NO_PROXY", "no_proxy"));
    Process demo = command.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try {
      String line = demo.inputReader(StandardCharsets.UTF_8).readLine();
      assertThat(line).as("the line that demo prints when its sessions are there").isNotNull();
      assertThat(JsonMapper.shared().readTree(line).path("endpoint").asString(""))
          .startsWith("http://127.0.0.1:");
      Terminal beside = new Terminal(home);
      VARIABLES.forEach(variable -> beside.with(variable, "nonsense://x"));
      assertThat(beside.run("ls", "--json")).as(beside.err()).isZero();
      assertThat(seen).isEmpty();
    } finally {
      demo.destroyForcibly();
      demo.waitFor(20, TimeUnit.SECONDS);
    }
  }
}
