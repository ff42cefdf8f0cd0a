package io.fastshot.store.s3;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.endpoints.S3EndpointParams;
import software.amazon.awssdk.services.s3.endpoints.S3EndpointProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The two faces of one connection to S3: {@code reads} are tried up to three times, {@code writes}
 * once.
 *
 * <p>Checksums are sent and demanded only where a request says so: other stores than AWS refuse the
 * SDK's trailing checksums, and S3 makes its own CRC-64 of uploads that bring none.
 *
 * @param reads for get, head, list
 * @param writes for put, copy, delete
 * @param http below both
 */
record S3Clients(S3Client reads, S3Client writes, SdkHttpClient http) implements AutoCloseable {

  private static final String APP_ID = "fastshot";

  /**
   * How many idle connections to one host the JDK keeps. Measured with 2,000 small reads, 32 at a
   * time: with its default of 5, half of the reads opened a new connection; with 64, none did.
   */
  private static final String KEPT_CONNECTIONS = "64";

  private static final String KEPT_CONNECTIONS_PROPERTY = "http.maxConnections";

  static S3Clients open(S3Settings settings) {
    if (System.getProperty(KEPT_CONNECTIONS_PROPERTY) == null) {
      System.setProperty(KEPT_CONNECTIONS_PROPERTY, KEPT_CONNECTIONS);
    }
    ProfileFile configuration =
        SdkAccess.configuration(); // the SDK would not say which file is bad
    SdkHttpClient http = SdkAccess.http(settings.address(), settings.timeout());
    AwsCredentialsProvider credentials =
        SdkAccess.credentials(settings.credentials(), settings.profile());
    S3Client reads =
        client(
            settings, http, credentials, configuration, AwsRetryStrategy.standardRetryStrategy());
    S3Client writes =
        client(
            settings,
            new OnceHttpClient(http),
            credentials,
            configuration,
            AwsRetryStrategy.doNotRetry());
    return new S3Clients(reads, writes, http);
  }

  private static S3Client client(
      S3Settings settings,
      SdkHttpClient http,
      AwsCredentialsProvider credentials,
      ProfileFile configuration,
      RetryStrategy retries) {
    S3ClientBuilder builder =
        S3Client.builder()
            .region(Region.of(settings.region()))
            .credentialsProvider(credentials)
            .httpClient(http)
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .overrideConfiguration(c ->
                c.appId(APP_ID)
                    .defaultProfileFile(configuration)
                    .retryStrategy(retries)
                    .apiCallAttemptTimeout(settings.timeout()));
    @Nullable URI endpoint = settings.endpoint();
    if (endpoint != null) {
      builder
          .endpointOverride(endpoint)
          .forcePathStyle(true)
          .serviceConfiguration(S3Configuration.builder().chunkedEncodingEnabled(false).build());
    } else {
      // An endpoint that is given keeps the SDK from looking for one; the rules then overlook it.
      builder.endpointOverride(settings.address()).endpointProvider(new OwnEndpoint());
    }
    return builder.build();
  }

  @Override
  public void close() {
    for (SdkAutoCloseable part : new SdkAutoCloseable[] {reads, writes, http}) {
      part.close();
    }
  }

  /**
   * AWS's own address of a bucket, whatever endpoint the environment or the configuration names:
   * who opened the store has looked at those, and a store that is taken for AWS is not probed.
   */
  static final class OwnEndpoint implements S3EndpointProvider {
    private final S3EndpointProvider rules = S3EndpointProvider.defaultProvider();

    @Override
    public CompletableFuture<Endpoint> resolveEndpoint(S3EndpointParams params) {
      return rules.resolveEndpoint(params.toBuilder().endpoint(null).build());
    }
  }
}
