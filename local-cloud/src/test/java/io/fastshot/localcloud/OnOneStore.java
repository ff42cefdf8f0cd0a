package io.fastshot.localcloud;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Tests of requests that all go to one local cloud: each has keys of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnOneStore {
  protected LocalCloud cloud;
  protected S3Client s3;
  protected String bucket;

  @SuppressWarnings("NullAway.Init")
  OnOneStore() {}

  @BeforeAll
  void start(@TempDir Path data) throws IOException {
    cloud = Clouds.storeOnly(data);
    s3 = Clouds.s3(cloud.info());
    bucket = cloud.info().bucket();
  }

  @AfterAll
  void stop() {
    s3.close();
    cloud.close();
  }

  final RawRequest request(String method, String key, String query) {
    return new RawRequest(cloud.info(), method, "/" + bucket + key, query);
  }

  final String put(String key, String text) {
    return s3.putObject(r -> r.bucket(bucket).key(key), RequestBody.fromString(text)).eTag();
  }

  final boolean exists(String key) {
    return s3.listObjectsV2(r -> r.bucket(bucket).prefix(key)).keyCount() == 1;
  }
}
