package io.fastshot.localcloud;

import io.fastshot.localcloud.faults.FaultPlan;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.ObjectStoreContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** The contract of the object store, over HTTP; each test has its own bucket. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class S3ContractTest extends ObjectStoreContract {
  private final AtomicInteger buckets = new AtomicInteger();
  private LocalCloud cloud;

  /** What the store does otherwise than AWS. */
  String faults() {
    return "";
  }

  @BeforeAll
  void start(@TempDir Path data) throws IOException {
    cloud = Clouds.storeOnly(data, FaultPlan.parse(faults()));
  }

  @AfterAll
  void stop() {
    cloud.close();
  }

  @Override
  protected ObjectStore newStore() {
    String bucket = "contract-" + buckets.incrementAndGet();
    try (S3Client s3 = Clouds.s3(cloud.info())) {
      s3.createBucket(r -> r.bucket(bucket));
    }
    return Clouds.store(cloud.info(), bucket);
  }
}
