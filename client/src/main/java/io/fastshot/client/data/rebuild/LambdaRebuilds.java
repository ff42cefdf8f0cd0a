package io.fastshot.client.data.rebuild;

import io.fastshot.client.data.connection.Credentials;
import io.fastshot.client.data.connection.Failure;
import io.fastshot.client.data.connection.LibrarySettings;
import io.fastshot.client.data.connection.Mending;
import io.fastshot.model.RebuildState;
import io.fastshot.model.SessionId;
import io.fastshot.store.StoreException;
import io.fastshot.store.s3.ProfileCredentials;
import io.fastshot.store.s3.S3Settings;
import io.fastshot.store.s3.SdkAccess;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.endpoints.LambdaEndpointParams;
import software.amazon.awssdk.services.lambda.endpoints.LambdaEndpointProvider;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The rebuild function, invoked on Lambda or on the local cloud. */
public final class LambdaRebuilds implements Rebuilds, AutoCloseable {
  /** The function lists the bucket before it answers: a minute per some 100,000 sessions. */
  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  /** Only an advice waits for it. */
  private static final Duration SHORT = Duration.ofSeconds(5);

  private static final int NOT_IMPLEMENTED = 501;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int FORBIDDEN = 403;
  private static final int UNAUTHORIZED = 401;
  private static final JsonMapper JSON = new JsonMapper();

  private final LibrarySettings settings;
  private @Nullable LambdaClient client;
  private @Nullable SdkHttpClient http;

  public LambdaRebuilds(LibrarySettings settings) {
    this.settings = settings;
  }

  /**
   * Whether the store has the function; runs nothing. One request.
   *
   * @return empty if it did not answer
   */
  public Optional<Boolean> answers() {
    try {
      var _ =
          client()
              .invoke(r ->
                  r.functionName(settings.rebuildFunction())
                      .invocationType(InvocationType.DRY_RUN)
                      .overrideConfiguration(o -> o.apiCallTimeout(SHORT)));
      return Optional.of(true);
    } catch (ResourceNotFoundException _) {
      return Optional.of(false);
    } catch (LambdaException e) {
      if (isOfNoLambda(e)) {
        return Optional.of(false);
      }
      return e.statusCode() < 500 ? Optional.of(true) : Optional.empty();
    } catch (SdkException | StoreException _) {
      return Optional.empty();
    }
  }

  /**
   * Whether that was the answer of a store that knows S3 only: Lambda names each error in a header,
   * S3 in XML.
   */
  private boolean isOfNoLambda(LambdaException e) {
    AwsErrorDetails details = e.awsErrorDetails();
    boolean named =
        details != null && details.errorCode() != null && !details.errorCode().isEmpty();
    boolean lasting =
        e.statusCode() == NOT_IMPLEMENTED
            || (e.statusCode() >= 400
                && e.statusCode() < 500
                && e.statusCode() != TOO_MANY_REQUESTS);
    return !isOfAws() && !named && lasting;
  }

  private synchronized LambdaClient client() {
    LambdaClient opened = client;
    if (opened == null) {
      URI asked = settings.endpoint();
      URI address =
          asked == null || isOfAws() ? SdkAccess.addressOfAws("lambda", settings.region()) : asked;
      SdkHttpClient connections = SdkAccess.http(address, TIMEOUT);
      http = connections;
      var builder =
          LambdaClient.builder()
              .region(Region.of(settings.region()))
              .endpointOverride(address) // always: the SDK else looks for one of its own
              .credentialsProvider(SdkAccess.credentials(keys(), settings.profile()))
              .httpClient(connections)
              .overrideConfiguration(
                  o -> o.apiCallTimeout(TIMEOUT).defaultProfileFile(SdkAccess.configuration()));
      opened =
          (S3Settings.isOfAws(address) ? builder.endpointProvider(LambdaRebuilds::ofAws) : builder)
              .build();
      client = opened;
    }
    return opened;
  }

  private static CompletableFuture<Endpoint> ofAws(LambdaEndpointParams params) {
    return LambdaEndpointProvider.defaultProvider()
        .resolveEndpoint(params.toBuilder().endpoint(null).build());
  }

  private io.fastshot.store.s3.@Nullable Credentials keys() {
    Credentials keys = settings.credentials();
    return keys == null
        ? null
        : new io.fastshot.store.s3.Credentials(keys.accessKey(), keys.secretKey());
  }

  @Override
  public RebuildOutcome preview(RebuildState.Mode mode, Collection<SessionId> keys) {
    return invoke(mode, request(mode, keys).put("dry_run", true));
  }

  @Override
  public RebuildOutcome start(RebuildState.Mode mode, Collection<SessionId> keys) {
    return invoke(mode, request(mode, keys));
  }

  @Override
  public RebuildOutcome supersede(RebuildState.Mode mode, Collection<SessionId> keys) {
    return invoke(mode, request(mode, keys).put("force", true));
  }

  @Override
  public RebuildOutcome cancel() {
    return invoke(RebuildState.Mode.CHECK, JSON.createObjectNode().put("action", "cancel"));
  }

  private static ObjectNode request(RebuildState.Mode mode, Collection<SessionId> keys) {
    ObjectNode request = JSON.createObjectNode().put("mode", mode.jsonName());
    if (mode == RebuildState.Mode.KEYS) {
      List<String> names = keys.stream().map(SessionId::filename).toList();
      names.forEach(request.putArray("keys")::add);
    }
    return request;
  }

  private boolean isOfAws() {
    URI endpoint = settings.endpoint();
    return endpoint == null || S3Settings.isOfAws(endpoint);
  }

  private RebuildOutcome refused(LambdaException e, RebuildState.Mode mode) {
    if (isOfNoLambda(e)) {
      return failed("This store runs no functions: " + Mending.onAnyMachine(mode));
    }
    if (e instanceof ResourceNotFoundException) {
      return failed(
          "There is no function named "
              + settings.rebuildFunction()
              + "; set the library's rebuild function to the one of its stack"
              + (isOfAws() ? "" : ". If this store runs none: " + Mending.onAnyMachine(mode)));
    }
    boolean denied = e.statusCode() == FORBIDDEN || e.statusCode() == UNAUTHORIZED;
    AwsErrorDetails details = e.awsErrorDetails();
    String said = details == null ? null : details.errorMessage();
    return new RebuildOutcome.Failed(
        new Failure(
            denied
                ? Failure.Kind.DENIED
                : e.statusCode() >= 500 ? Failure.Kind.OFFLINE : Failure.Kind.FAILED,
            "The rebuild function answered: "
                + (said == null ? "status " + e.statusCode() : said)));
  }

  private RebuildOutcome invoke(RebuildState.Mode mode, ObjectNode request) {
    try {
      SdkBytes payload = SdkBytes.fromByteArray(JSON.writeValueAsBytes(request));
      InvokeResponse response =
          client().invoke(r -> r.functionName(settings.rebuildFunction()).payload(payload));
      JsonNode answer = JSON.readTree(response.payload().asByteArray());
      return response.functionError() == null
          ? answered(answer)
          : failed(
              "The rebuild function failed: "
                  + answer.path("errorMessage").asString(response.functionError()));
    } catch (LambdaException e) {
      return refused(e, mode);
    } catch (SdkException e) {
      return new RebuildOutcome.Failed(
          new Failure(
              ProfileCredentials.areMissing(e) ? Failure.Kind.DENIED : Failure.Kind.OFFLINE,
              "The rebuild function cannot be reached: " + ProfileCredentials.told(e)));
    } catch (StoreException e) {
      return new RebuildOutcome.Failed(Failure.of(e));
    } catch (JacksonException e) {
      return failed("The rebuild function's answer is not JSON: " + e.getOriginalMessage());
    }
  }

  private static RebuildOutcome failed(String reason) {
    return new RebuildOutcome.Failed(Failure.failed(reason));
  }

  /** An answer may also say what was wrong with the request. */
  private static RebuildOutcome answered(JsonNode json) {
    String error = json.path("message").asString("");
    String status = json.path("status").asString("");
    if (status.isEmpty() || status.equals("error")) {
      return failed("The rebuild function refused: " + (error.isEmpty() ? json : error));
    }
    String id = json.path("id").asString("");
    return new RebuildOutcome.Answered(
        status,
        id.isEmpty() ? null : id,
        json.path("mode").asString(""),
        json.path("nominated").asInt(0),
        json.path("bytes").asLong(0),
        json.path("parts").asInt(0),
        Duration.ofMillis(Math.round(json.path("estimate_seconds").asDouble(0) * 1000)));
  }

  @Override
  public synchronized void close() {
    if (client != null) {
      client.close();
    }
    if (http != null) {
      http.close();
    }
  }
}
