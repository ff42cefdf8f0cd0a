package io.fastshot.integration.store;

import io.fastshot.integration.aws.AwsAccess;
import io.fastshot.integration.aws.OnLocalStack;
import io.fastshot.integration.aws.TestBucket;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.ObjectStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** The contract of the port on LocalStack's S3. */
@OnLocalStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LocalStackContractTest extends ObjectStoreContract {
  private final TestBucket bucket;

  LocalStackContractTest(AwsAccess access) {
    bucket = TestBucket.create(access, "contract");
  }

  @AfterAll
  void removeBucket() {
    bucket.close();
  }

  @Override
  protected ObjectStore newStore() {
    bucket.empty();
    return bucket.open();
  }

  /** LocalStack 4.14.0 answers 500 to a page that begins with a key that is not ASCII. */
  @Override
  public String endOfPagedKeys() {
    return "";
  }
}
