package io.fastshot.integration.aws;

import io.fastshot.store.s3.Credentials;
import io.fastshot.store.s3.S3ObjectStore;
import io.fastshot.store.s3.S3Settings;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * How to reach AWS, or a LocalStack.
 *
 * @param endpoint of a LocalStack; null for AWS itself
 * @param region of all requests
 * @param credentials null for the SDK's default chain
 */
public record AwsAccess(@Nullable URI endpoint, String region, @Nullable Credentials credentials) {

  /** Longer than any function of a test may run: an Invoke answers when the function has ended. */
  private static final Duration LONGEST_ANSWER = Duration.ofMinutes(2);

  /** A LocalStack, which takes any credentials. */
  public static AwsAccess localStack(URI endpoint) {
    return new AwsAccess(endpoint, "us-east-1", new Credentials("test", "test"));
  }

  /** A client as strangers use one, with the SDK's own defaults. */
  public S3Client s3() {
    return client(S3Client.builder().forcePathStyle(endpoint != null)).build();
  }

  /** A client of the queues. */
  public SqsClient sqs() {
    return client(SqsClient.builder()).build();
  }

  /** A client of the functions. */
  public LambdaClient lambda() {
    return client(LambdaClient.builder()).build();
  }

  /** A bucket through our port. */
  public S3ObjectStore store(String bucket) {
    return S3ObjectStore.open(
        new S3Settings(endpoint, region, bucket, credentials, null, S3Settings.DEFAULT_TIMEOUT));
  }

  private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B client(B builder) {
    if (endpoint != null) {
      builder.endpointOverride(endpoint);
    }
    return builder
        .region(Region.of(region))
        .credentialsProvider(provider())
        .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(LONGEST_ANSWER));
  }

  private AwsCredentialsProvider provider() {
    return credentials == null
        ? DefaultCredentialsProvider.builder().build()
        : StaticCredentialsProvider.create(
            AwsBasicCredentials.create(credentials.accessKey(), credentials.secretKey()));
  }
}
