package io.fastshot.client.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.StoreException;
import io.fastshot.store.s3.S3ObjectStore;
import io.fastshot.store.s3.S3Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A profile that signs in with SSO works in the client: the SDK finds its modules for that by name.
 * A process of its own, because the SDK takes the folder of tokens from the environment.
 */
class SsoProfileTest {
  private static final String START = "https://team.example.com/start";
  private static final String OF_A_PROFILE =
      """
      [profile team]
      sso_start_url = %s
      sso_region = eu-central-1
      sso_account_id = 123456789012
      sso_role_name = library
      """
          .formatted(START);

  private static final String OF_A_SESSION =
      """
      [profile team]
      sso_session = team
      sso_account_id = 123456789012
      sso_role_name = library
      [sso-session team]
      sso_start_url = %s
      sso_region = eu-central-1
      """
          .formatted(START);

  private static final String ROLE =
      """
      {"roleCredentials": {"accessKeyId": "ROLEKEY", "secretAccessKey": "s", "sessionToken": "t",
                           "expiration": 4070908800000}}
      """;

  @TempDir Path home;
  private final Queue<String> requests = new ConcurrentLinkedQueue<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  /** SSO's portal below /federation, which knows one token; an S3 without objects beside it. */
  private void answer(HttpExchange request) throws IOException {
    String token = request.getRequestHeaders().getFirst("x-amz-sso_bearer_token");
    if (request.getRequestURI().getPath().equals("/federation/credentials")) {
      requests.add("token " + token);
      byte[] body = ROLE.getBytes(StandardCharsets.UTF_8);
      boolean known = "good".equals(token);
      request.sendResponseHeaders(known ? 200 : 401, known ? body.length : -1);
      if (known) {
        request.getResponseBody().write(body);
      }
    } else {
      String signature = request.getRequestHeaders().getFirst("Authorization");
      requests.add("signed by " + signature.replaceAll(".*Credential=(\\w+)/.*", "$1"));
      request.sendResponseHeaders(404, -1);
    }
    request.close();
  }

  private void signedIn(String name, String token, String until) throws Exception {
    byte[] hash =
        java.security.MessageDigest.getInstance("SHA-1")
            .digest(name.getBytes(StandardCharsets.UTF_8));
    Path folder = Files.createDirectories(home.resolve(".aws/sso/cache"));
    Files.writeString(
        folder.resolve(HexFormat.of().formatHex(hash) + ".json"),
        """
        {"startUrl": "%s", "region": "eu-central-1", "accessToken": "%s", "expiresAt": "%s",
         "clientId": "c", "clientSecret": "s"}
        """
            .formatted(START, token, until));
  }

  /** What {@link Head} prints, with this AWS configuration. */
  private String head(String config) throws Exception {
    Path file = Files.writeString(home.resolve("config"), config);
    String endpoint = "http://127.0.0.1:" + server.getAddress().getPort();
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Head.class.getName(),
            endpoint);
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    builder.environment().put("HOME", home.toString());
    builder.environment().put("AWS_CONFIG_FILE", file.toString());
    builder.environment().put("AWS_ENDPOINT_URL_SSO", endpoint);
    builder.environment().put("AWS_ENDPOINT_URL_SSO_OIDC", endpoint);
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
      return String.join("\n", lines.lines().toList());
    } finally {
      process.waitFor();
    }
  }

  /** Asks for an object by the profile "team". */
  static final class Head {
    private Head() {}

    /** Prints what comes of it. */
    public static void main(String[] endpoint) {
      S3Settings settings =
          new S3Settings(
              URI.create(endpoint[0]), "r", "bucket", null, "team", Duration.ofSeconds(10));
      try (ObjectStore store = S3ObjectStore.open(settings)) {
        System.out.println(store.head("k"));
      } catch (StoreException e) {
        System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {OF_A_PROFILE_NAME, OF_A_SESSION_NAME})
  void theRoleOfTheSignInSignsWhatIsAskedOfTheBucket(String kind) throws Exception {
    boolean profile = kind.equals(OF_A_PROFILE_NAME);
    signedIn(profile ? START : "team", "good", "2099-01-01T00:00:00Z");

    assertThat(head(profile ? OF_A_PROFILE : OF_A_SESSION)).isEqualTo("Optional.empty");

    assertThat(List.copyOf(requests)).containsExactly("token good", "signed by ROLEKEY");
  }

  private static final String OF_A_PROFILE_NAME = "of a profile";
  private static final String OF_A_SESSION_NAME = "of a session";

  @ParameterizedTest
  @ValueSource(strings = {"none", "over", "refused"})
  void aSignInThatIsMissingOrOverIsToldWithItsCommand(String state) throws Exception {
    if (!state.equals("none")) {
      boolean over = state.equals("over");
      signedIn(START, "stale", over ? "2020-01-01T00:00:00Z" : "2099-01-01T00:00:00Z");
    }

    assertThat(head(OF_A_PROFILE))
        .startsWith("Denied: ")
        .contains("the SSO sign-in of the profile team is missing or over.")
        .endsWith("Run: aws sso login --profile team");
    assertThat(requests).doesNotContain("signed by ROLEKEY");
  }
}
