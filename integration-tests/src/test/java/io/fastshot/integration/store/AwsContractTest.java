package io.fastshot.integration.store;

import io.fastshot.integration.aws.Aws;
import io.fastshot.integration.aws.TestBucket;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.ObjectStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;

/** The contract of the port on S3 itself. */
@Tag(Aws.TAG)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AwsContractTest extends ObjectStoreContract {
  private final TestBucket bucket = Aws.bucket();

  @AfterAll
  void removeBucket() {
    bucket.close();
  }

  @Override
  protected ObjectStore newStore() {
    bucket.empty();
    return bucket.open();
  }
}
