package io.fastshot.client.e2e;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A process that puts and deletes sessions at random with a plain S3 client, and knows nothing of
 * the library: {@code Storm ENDPOINT REGION BUCKET ACCESS_KEY SECRET_KEY SEED OPERATIONS}.
 *
 * <p>It shares its key space with other storms, so that they overwrite and delete each other's
 * sessions. While the server is away (killed and started again) a request is repeated until it is
 * answered. Prints one line per operation.
 */
final class Storm {
  private static final int KEYS = 60;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Storm() {}

  public static void main(String[] args) throws InterruptedException {
    String bucket = args[2];
    long seed = Long.parseLong(args[5]);
    SplittableRandom random = new SplittableRandom(seed);
    try (S3Client s3 = client(URI.create(args[0]), args[1], args[3], args[4])) {
      for (int i = 0; i < Integer.parseInt(args[6]); i++) {
        String key = "sessions/202506211146%02d_storm.fastshot".formatted(random.nextInt(KEYS));
        if (random.nextInt(100) < 65) {
          byte[] bytes = Sessions.small("storm " + seed + "-" + i, random.nextInt(3));
          persist(() -> s3.putObject(r -> r.bucket(bucket).key(key), RequestBody.fromBytes(bytes)));
          System.out.println("put " + key);
        } else {
          persist(() -> s3.deleteObject(r -> r.bucket(bucket).key(key)));
          System.out.println("delete " + key);
        }
      }
    }
  }

  static S3Client client(URI endpoint, String region, String accessKey, String secretKey) {
    return S3Client.builder()
        .endpointOverride(endpoint)
        .region(Region.of(region))
        .forcePathStyle(true)
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
        .build();
  }

  private static void persist(Runnable request) throws InterruptedException {
    List<Exception> failures = new ArrayList<>();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        request.run();
        return;
      } catch (SdkException e) {
        if (e instanceof SdkServiceException service && service.statusCode() < 500) {
          throw e;
        }
        failures.add(e);
        if (System.nanoTime() > end) {
          throw new IllegalStateException(
              "no answer in " + PATIENCE + " and " + failures.size() + " tries", e);
        }
        Thread.sleep(100);
      }
    }
  }
}
