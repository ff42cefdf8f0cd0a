package io.fastshot.integration.runtime;

import io.fastshot.container.bytes.XorMask;
import io.fastshot.indexer.IndexOracle;
import io.fastshot.indexer.run.IndexerConfig;
import io.fastshot.json.OverallIndexJson;
import io.fastshot.localcloud.LocalCloud;
import io.fastshot.localcloud.LocalCloudConfig;
import io.fastshot.localcloud.LocalCloudInfo;
import io.fastshot.localcloud.demo.DemoLibrary;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.OverallIndex;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.ObjectStores;
import io.fastshot.store.s3.Credentials;
import io.fastshot.store.s3.S3ObjectStore;
import io.fastshot.store.s3.S3Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A library in a bucket of a local cloud that the local cloud's own indexer does not look at: only
 * the packaged function writes its index.
 */
final class CloudLibrary implements AutoCloseable {
  static final KeyLayout LAYOUT = KeyLayout.atRoot();

  /** A bucket beside the one that the local cloud indexes itself. */
  static final String BUCKET = "deployed-library";

  private static final IndexerConfig CONFIG =
      IndexerConfig.of(LAYOUT, XorMask.of(DemoLibrary.LEGACY_KEY));
  private static final int MAX_INDEX_BYTES = 1 << 24;

  private final LocalCloud cloud;
  private final ObjectStore store;

  private CloudLibrary(LocalCloud cloud, ObjectStore store) {
    this.cloud = cloud;
    this.store = store;
  }

  static CloudLibrary open(Path data) throws IOException {
    LocalCloud cloud = LocalCloud.start(LocalCloudConfig.at(data));
    LocalCloudInfo info = cloud.info();
    try (S3Client s3 =
        S3Client.builder()
            .endpointOverride(info.endpoint())
            .region(Region.of(info.region()))
            .forcePathStyle(true)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(info.accessKey(), info.secretKey())))
            .build()) {
      s3.createBucket(request -> request.bucket(BUCKET));
    }
    ObjectStore store =
        S3ObjectStore.open(
            new S3Settings(
                info.endpoint(),
                info.region(),
                BUCKET,
                new Credentials(info.accessKey(), info.secretKey()),
                null,
                Duration.ofSeconds(30)));
    return new CloudLibrary(cloud, store);
  }

  ObjectStore store() {
    return store;
  }

  /** The variables of a function that works on this library. */
  Map<String, String> environment(SqsServer queue) {
    Map<String, String> environment = new HashMap<>();
    environment.put("AWS_REGION", cloud.info().region());
    environment.put("AWS_ACCESS_KEY_ID", cloud.info().accessKey());
    environment.put("AWS_SECRET_ACCESS_KEY", cloud.info().secretKey());
    environment.put("AWS_ENDPOINT_URL_S3", cloud.info().endpoint().toString());
    environment.put("AWS_ENDPOINT_URL_SQS", queue.endpoint().toString());
    environment.put("FASTSHOT_BUCKET", BUCKET);
    environment.put("FASTSHOT_QUEUE_URL", queue.queueUrl());
    environment.put("FASTSHOT_LEGACY_KEY", DemoLibrary.LEGACY_KEY);
    return environment;
  }

  OverallIndex index() {
    var stored = ObjectStores.read(store, LAYOUT.overallMeta(), MAX_INDEX_BYTES);
    if (stored.isEmpty()) {
      return OverallIndex.empty();
    }
    return switch (OverallIndexJson.read(stored.get().bytes())) {
      case OverallIndexJson.Reading.Native(OverallIndex index) -> index;
      case OverallIndexJson.Reading.Original _, OverallIndexJson.Reading.Garbage _ ->
          throw new AssertionError("the index is not ours");
    };
  }

  /** What the index lacks or has wrong; see {@link IndexOracle}. */
  List<String> differences() {
    return IndexOracle.differences(store, CONFIG);
  }

  @Override
  public void close() {
    store.close();
    cloud.close();
  }
}
