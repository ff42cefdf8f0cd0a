package io.fastshot.client.data.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.fastshot.client.data.connection.Credentials;
import io.fastshot.client.data.connection.Failure;
import io.fastshot.client.data.connection.LibrarySettings;
import io.fastshot.client.data.connection.Mending;
import io.fastshot.model.RebuildState.Mode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stores answer that know S3 only, and what is made of it. */
class LambdaRebuildsTest {
  private static final String NOT_S3 =
      "<?xml version=\"1.0\"?><Error><Code>NotImplemented</Code><Message>A"
          + " header</Message></Error>";

  private HttpServer server;
  private volatile int status;
  private volatile String errorType = "";

  LambdaRebuildsTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void answer() {
    server.createContext(
        "/",
        exchange -> {
          if (!errorType.isEmpty()) {
            exchange.getResponseHeaders().add("X-Amzn-Errortype", errorType);
          }
          byte[] body = NOT_S3.getBytes(StandardCharsets.UTF_8);
          boolean empty = status == 204;
          exchange.sendResponseHeaders(status, empty ? -1 : body.length);
          if (!empty) {
            exchange.getResponseBody().write(body);
          }
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private LibrarySettings settings() {
    URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new LibrarySettings(
        "l",
        "l",
        endpoint,
        "eu-central-1",
        "bucket",
        "",
        null,
        new Credentials("a", "b"),
        LibrarySettings.DEFAULT_REBUILD_FUNCTION,
        null);
  }

  private Mending learned(LambdaRebuilds rebuilds) {
    return new Mending(settings(), rebuilds::answers).learned();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 405, 501})
  void aStoreOfS3OnlyIsToldApartAndMendedByTheCommand(int answered) {
    status = answered;
    try (LambdaRebuilds rebuilds = new LambdaRebuilds(settings())) {
      assertThat(rebuilds.start(Mode.ALL, List.of()))
          .isEqualTo(
              new RebuildOutcome.Failed(
                  Failure.failed(
                      "This store runs no functions: what a rebuild does, \"fastshot index --once"
                          + " --mode all\" does on any machine")));
      Mending mending = learned(rebuilds);
      assertThat(mending.by()).isEqualTo(Mending.By.COMMAND);
      assertThat(mending.advice(Mode.CHECK)).isEqualTo("fastshot index --once");
    }
  }

  @Test
  void aStoreThatDoesNotAnswerNowIsOfflineAndNothingIsLearned() {
    status = 503;
    try (LambdaRebuilds rebuilds = new LambdaRebuilds(settings())) {
      assertThat(rebuilds.start(Mode.ALL, List.of()))
          .isEqualTo(
              new RebuildOutcome.Failed(
                  new Failure(Failure.Kind.OFFLINE, "The rebuild function answered: status 503")));
      Mending mending = learned(rebuilds);
      assertThat(mending.by()).isEqualTo(Mending.By.UNKNOWN);
      assertThat(mending.advice(Mode.OVERALL))
          .contains("fastshot rebuild overall", "fastshot index --once --mode overall");
    }
  }

  @Test
  void aFunctionThatIsThereIsAdvised() {
    try (LambdaRebuilds rebuilds = new LambdaRebuilds(settings())) {
      status = 204;
      assertThat(learned(rebuilds).advice(Mode.ALL, "-a.fastshot"))
          .isEqualTo("fastshot rebuild all -- -a.fastshot");
      status = 403;
      errorType = "AccessDeniedException";
      assertThat(learned(rebuilds).by()).isEqualTo(Mending.By.FUNCTION);
      status = 404;
      errorType = "ResourceNotFoundException";
      assertThat(learned(rebuilds).by()).isEqualTo(Mending.By.COMMAND);
    }
  }
}
