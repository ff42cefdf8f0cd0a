package io.fastshot.localcloud;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.fastshot.localcloud.faults.FaultPlan;
import io.fastshot.store.s3.Credentials;
import io.fastshot.store.s3.S3ObjectStore;
import io.fastshot.store.s3.S3Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Local clouds and clients of them. */
final class Clouds {
  static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration WINDOW = Duration.ofMillis(20);

  private Clouds() {}

  /** A local cloud that only stores: its functions do nothing. */
  static LocalCloud storeOnly(Path data) throws IOException {
    return storeOnly(data, FaultPlan.none());
  }

  /** The same with faults. */
  static LocalCloud storeOnly(Path data, FaultPlan faults) throws IOException {
    return withIndexer(
        LocalCloudConfig.at(data).withBatchWindow(WINDOW).withFaults(Duration.ZERO, faults),
        (_, _) -> new SQSBatchResponse(List.of()));
  }

  /** A local cloud with another indexer, and a rebuild function that answers with its input. */
  static LocalCloud withIndexer(
      LocalCloudConfig config, RequestHandler<SQSEvent, SQSBatchResponse> indexer)
      throws IOException {
    return LocalCloud.start(
        config,
        _ ->
            new Functions.Handlers(
                indexer,
                (input, output, _) -> {
                  byte[] payload = input.readAllBytes();
                  if (new String(payload, StandardCharsets.UTF_8).contains("throw")) {
                    throw new IOException("asked to throw");
                  }
                  output.write(payload);
                }));
  }

  static S3ObjectStore store(LocalCloudInfo info) {
    return store(info, info.bucket());
  }

  static S3ObjectStore store(LocalCloudInfo info, String bucket) {
    return S3ObjectStore.open(settings(info, bucket));
  }

  static S3Settings settings(LocalCloudInfo info) {
    return settings(info, info.bucket());
  }

  private static S3Settings settings(LocalCloudInfo info, String bucket) {
    return new S3Settings(
        info.endpoint(),
        info.region(),
        bucket,
        new Credentials(info.accessKey(), info.secretKey()),
        null,
        Duration.ofSeconds(30));
  }

  static S3Client s3(LocalCloudInfo info) {
    return s3(info, info.secretKey());
  }

  static S3Client s3(LocalCloudInfo info, String secretKey) {
    return S3Client.builder()
        .endpointOverride(info.endpoint())
        .region(Region.of(info.region()))
        .forcePathStyle(true)
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(info.accessKey(), secretKey)))
        .build();
  }

  static LambdaClient lambda(LocalCloudInfo info, String secretKey) {
    return LambdaClient.builder()
        .endpointOverride(info.endpoint())
        .region(Region.of(info.region()))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(info.accessKey(), secretKey)))
        .build();
  }
}
