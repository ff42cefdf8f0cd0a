package io.fastshot.indexer.aws;

import io.fastshot.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.utils.StringInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads secrets of AWS Secrets Manager, with the signer and the HTTP client of the SDK that are
 * here anyway: one call does not need the whole client of the service.
 *
 * <p><b>Threads:</b> safe from several.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html">GetSecretValue</a>
 */
final class Secrets {
  private static final String SERVICE = "secretsmanager";
  private static final int TRIES = 3;
  private static final int SERVER_ERROR = 500;

  private final String region;
  private final URI endpoint;
  private final AwsCredentialsProvider credentials;

  /**
   * For one region.
   *
   * @param endpoint another server than AWS's; null for AWS
   */
  Secrets(String region, @Nullable String endpoint, AwsCredentialsProvider credentials) {
    this.region = region;
    this.endpoint =
        URI.create(
            endpoint == null
                ? "https://"
                    + SERVICE
                    + "."
                    + region
                    + "."
                    + PartitionMetadata.of(Region.of(region)).dnsSuffix()
                : endpoint);
    this.credentials = credentials;
  }

  /**
   * The text of a secret. One request; up to three if the service has trouble.
   *
   * @param id name or ARN
   * @throws StoreException.Denied if the function may not read it
   * @throws StoreException.Unavailable if the service did not answer, or there is no such secret
   *     (yet)
   */
  String read(String id) {
    byte[] request =
        JsonMapper.shared()
            .writeValueAsBytes(JsonMapper.shared().createObjectNode().put("SecretId", id));
    for (int attempt = 1; ; attempt++) {
      try (SdkHttpClient http = UrlConnectionHttpClient.create()) {
        HttpExecuteResponse response = send(http, new String(request, StandardCharsets.UTF_8));
        int status = response.httpResponse().statusCode();
        if (status < SERVER_ERROR || attempt == TRIES) {
          return text(id, status, body(response));
        }
      } catch (IOException | SdkException | JacksonException e) {
        if (attempt == TRIES) {
          throw new StoreException.Unavailable("the secret " + id + " cannot be read: " + e, e);
        }
      }
    }
  }

  private HttpExecuteResponse send(SdkHttpClient http, String body) throws IOException {
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(endpoint)
            .encodedPath("/")
            .putHeader("Content-Type", "application/x-amz-json-1.1")
            .putHeader("X-Amz-Target", SERVICE + ".GetSecretValue")
            .build();
    SignedRequest signed =
        AwsV4HttpSigner.create()
            .sign(r ->
                r.identity(credentials.resolveCredentials())
                    .request(request)
                    .payload(() -> new StringInputStream(body))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region));
    return http.prepareRequest(
            HttpExecuteRequest.builder()
                .request(signed.request())
                .contentStreamProvider(signed.payload().orElseThrow())
                .build())
        .call();
  }

  private static byte[] body(HttpExecuteResponse response) throws IOException {
    InputStream body = response.responseBody().orElse(null);
    if (body == null) {
      return new byte[0];
    }
    try (body) {
      return body.readAllBytes();
    }
  }

  private static String text(String id, int status, byte[] body) {
    JsonNode json = JsonMapper.shared().readTree(body);
    String text = json.path("SecretString").asString("");
    if (!text.isEmpty()) {
      return text;
    }
    String type = json.path("__type").asString("");
    String words =
        "the secret "
            + id
            + ": "
            + status
            + " "
            + type
            + " "
            + json.path("message").asString(json.path("Message").asString(""));
    throw type.endsWith("AccessDeniedException")
        ? new StoreException.Denied(words, null)
        : new StoreException.Unavailable(words, null);
  }
}
