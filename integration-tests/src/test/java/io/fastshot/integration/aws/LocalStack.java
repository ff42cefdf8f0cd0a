package io.fastshot.integration.aws;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The LocalStack of this JVM: at the endpoint that {@value #ENDPOINT} names, or else in a container
 * that Testcontainers starts, and removes when the JVM ends.
 */
public final class LocalStack {
  /**
   * Environment variable with the address of a running LocalStack, such as {@code
   * http://127.0.0.1:4566}; {@code none} to use none, not even where Docker is.
   */
  public static final String ENDPOINT = "FASTSHOT_IT_ENDPOINT";

  /** Environment variable: with 1, to find no LocalStack is a failure. */
  public static final String REQUIRED = "FASTSHOT_REQUIRE_LOCALSTACK";

  /** The last release that needs no token. */
  private static final String IMAGE = "localstack/localstack:4.14.0";

  private static final String NONE = "none";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Whether there is one. */
  public sealed interface State {}

  /**
   * There is one.
   *
   * @param access how to reach it
   * @param way in words
   */
  public record Ready(AwsAccess access, String way) implements State {}

  /** There is none; {@code reason} says what to set. */
  public record Missing(String reason) implements State {}

  /** The one that was named does not answer, or none is there where one is required. */
  public record Broken(String reason) implements State {}

  /** Testcontainers' own; held, because java.util.logging forgets levels of loggers let go. */
  private static final Logger TESTCONTAINERS = Logger.getLogger("org.testcontainers");

  private LocalStack() {}

  /** The one of this JVM, found or started at the first call; says so once, on stderr. */
  public static State ofThisJvm() {
    return Holder.STATE;
  }

  /** Seconds; LocalStack lets an idle queue wait for up to 10. AWS polls it all the time. */
  private static final String LONGEST_POLL = "1";

  /** Made at the first use, not when the class is loaded to read its constants. */
  private static final class Holder {
    private static final State STATE = find();
  }

  private static State find() {
    String named = System.getenv().getOrDefault(ENDPOINT, "");
    State found = named.isEmpty() ? inDocker() : at(named);
    State state =
        found instanceof Missing(String reason) && "1".equals(System.getenv(REQUIRED))
            ? new Broken(REQUIRED + "=1, but " + reason)
            : found;
    System.err.println(
        switch (state) {
          case Ready ready -> "Tests on LocalStack: " + ready.way();
          case Missing(String reason) -> "SKIPPED all tests on LocalStack: " + reason;
          case Broken(String reason) -> "FAILED all tests on LocalStack: " + reason;
        });
    return state;
  }

  private static State at(String named) {
    if (named.equals(NONE)) {
      return new Missing(ENDPOINT + " is \"" + NONE + "\"");
    }
    URI endpoint = URI.create(named);
    HttpRequest health =
        HttpRequest.newBuilder(endpoint.resolve("/_localstack/health")).timeout(PATIENCE).build();
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      int status = http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status != 200) {
        return new Broken(ENDPOINT + "=" + named + " is no LocalStack: it answered " + status);
      }
    } catch (IOException e) {
      return new Broken(ENDPOINT + "=" + named + " does not answer: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    return new Ready(AwsAccess.localStack(endpoint), "at the endpoint " + endpoint);
  }

  private static State inDocker() {
    TESTCONTAINERS.setLevel(Level.OFF); // ten lines of how it looked for Docker
    boolean available = DockerClientFactory.instance().isDockerAvailable();
    TESTCONTAINERS.setLevel(Level.WARNING);
    if (!available) {
      return new Missing(
          "no Docker, and no " + ENDPOINT + " (http://127.0.0.1:4566 if one runs there)");
    }
    LocalStackContainer container =
        new LocalStackContainer(DockerImageName.parse(IMAGE))
            .withEnv("LAMBDA_EVENT_SOURCE_MAPPING_MAX_BACKOFF_ON_EMPTY_POLL_SEC", LONGEST_POLL)
            .withEnv("LAMBDA_EVENT_SOURCE_MAPPING_MAX_BACKOFF_ON_ERROR_SEC", LONGEST_POLL);
    Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
    container.start();
    return new Ready(
        AwsAccess.localStack(container.getEndpoint()),
        "in a container of " + IMAGE + " by Testcontainers, at " + container.getEndpoint());
  }
}
