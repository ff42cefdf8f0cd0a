package io.fastshot.integration.library;

import io.fastshot.container.bytes.XorMask;
import io.fastshot.indexer.run.IndexerConfig;
import io.fastshot.integration.aws.AwsAccess;
import io.fastshot.localcloud.LocalCloud;
import io.fastshot.localcloud.LocalCloudConfig;
import io.fastshot.localcloud.LocalCloudInfo;
import io.fastshot.localcloud.events.QueueStats;
import io.fastshot.model.KeyLayout;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.s3.Credentials;
import io.fastshot.store.s3.S3ObjectStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The library of a local cloud, over HTTP. */
public final class LocalCloudLibrary implements TestedLibrary {
  private final LocalCloud cloud;
  private final IndexerConfig config;
  private final S3ObjectStore store;
  private final LambdaClient lambda;

  /**
   * Starts a local cloud.
   *
   * @param data its folder
   * @param legacyKey of the original's session files
   */
  public LocalCloudLibrary(Path data, String legacyKey) throws IOException {
    cloud = LocalCloud.start(LocalCloudConfig.at(data).withLegacyKey(legacyKey));
    config = IndexerConfig.of(KeyLayout.atRoot(), XorMask.of(legacyKey));
    LocalCloudInfo info = cloud.info();
    AwsAccess access =
        new AwsAccess(
            info.endpoint(), info.region(), new Credentials(info.accessKey(), info.secretKey()));
    store = access.store(info.bucket());
    lambda = access.lambda();
  }

  @Override
  public ObjectStore store() {
    return store;
  }

  @Override
  public IndexerConfig config() {
    return config;
  }

  @Override
  public JsonNode rebuild(String request) {
    var answer =
        lambda.invoke(r ->
            r.functionName(LocalCloud.REBUILD_FUNCTION).payload(SdkBytes.fromUtf8String(request)));
    return JsonMapper.shared().readTree(answer.payload().asString(StandardCharsets.UTF_8));
  }

  @Override
  public String pending() {
    QueueStats stats = cloud.stats();
    return stats.queued() + stats.inFlight() == 0 ? "" : stats.toString();
  }

  @Override
  public void close() {
    lambda.close();
    store.close();
    cloud.close();
  }
}
