package io.fastshot.client.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fastshot.store.s3.S3Links;
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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A profile that assumes a role works in the client: the SDK finds its module for that by name. */
class AssumedRoleTest {
  private static final String CONFIG =
      """
      [profile base]
      aws_access_key_id = BASEKEY
      aws_secret_access_key = secret
      [profile team]
      role_arn = arn:aws:iam::123456789012:role/library
      source_profile = base
      region = eu-central-1
      """;

  private static String assumed(Instant until) {
    return """
    <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
    <AccessKeyId>ROLEKEY</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>
    <Expiration>%s</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>
    """
        .formatted(until);
  }

  private Instant expiration = Instant.parse("2099-01-01T00:00:00Z");

  @TempDir Path home;
  private final Queue<String> signers = new ConcurrentLinkedQueue<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    Path config = Files.writeString(home.resolve("config"), CONFIG);
    Map.of(
            "aws.configFile", config.toString(),
            "aws.sharedCredentialsFile", home.resolve("none").toString(),
            "aws.endpointUrlSts", endpoint().toString())
        .forEach(System::setProperty);
  }

  @AfterEach
  void stop() {
    server.stop(0);
    System.clearProperty("aws.configFile");
    System.clearProperty("aws.sharedCredentialsFile");
    System.clearProperty("aws.endpointUrlSts");
  }

  private URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** STS on POST, an S3 without objects on all else. */
  private void answer(HttpExchange request) throws IOException {
    String authorization = request.getRequestHeaders().getFirst("Authorization");
    signers.add(request.getRequestMethod() + " " + authorization.replaceAll(".*=(\\w+)/.*", "$1"));
    byte[] body = assumed(expiration).getBytes(StandardCharsets.UTF_8);
    boolean sts = request.getRequestMethod().equals("POST");
    request.sendResponseHeaders(sts ? 200 : 404, sts ? body.length : -1);
    if (sts) {
      request.getResponseBody().write(body);
    }
    request.close();
  }

  @Test
  void theRoleSignsWhatIsAskedOfTheBucket() {
    S3Settings settings =
        new S3Settings(endpoint(), "eu-central-1", "bucket", null, "team", Duration.ofSeconds(10));
    try (S3ObjectStore store = S3ObjectStore.open(settings)) {
      assertThat(store.head("k")).isEmpty();
    }
    assertThat(signers).containsExactly("POST BASEKEY", "HEAD ROLEKEY");
  }

  /** A link works as long as the credentials do, whatever was asked. */
  @Test
  void aLinkEndsWithTheCredentialsOfTheRole() {
    expiration = Instant.now().plusSeconds(900).truncatedTo(ChronoUnit.SECONDS);
    S3Links links =
        S3Links.open(
            new S3Settings(
                endpoint(), "eu-central-1", "bucket", null, "team", Duration.ofSeconds(10)));
    S3Links.Link day = links.to("k", "k", Duration.ofDays(1));
    assertThat(day.expires()).isEqualTo(expiration);
    assertThat(day.withCredentials()).isTrue();
    S3Links.Link minute = links.to("k", "k", Duration.ofMinutes(1));
    assertThat(minute.expires()).isBefore(expiration);
    assertThat(minute.withCredentials()).isFalse();
  }
}
