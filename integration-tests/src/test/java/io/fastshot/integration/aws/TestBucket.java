package io.fastshot.integration.aws;

import io.fastshot.store.ListPage;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.s3.S3ObjectStore;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CreateBucketConfiguration;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/** A bucket of a test's own; closing it removes it with all that it holds. */
public final class TestBucket implements AutoCloseable {
  /** The region whose name S3 does not take as a location. */
  private static final String FIRST_REGION = "us-east-1";

  private final AwsAccess access;
  private final String name;

  private TestBucket(AwsAccess access, String name) {
    this.access = access;
    this.name = name;
  }

  /**
   * Creates one.
   *
   * @param prefix what its name begins with: 3 to 26 characters of {@code [a-z0-9-]}
   */
  public static TestBucket create(AwsAccess access, String prefix) {
    String name = prefix + "-" + UUID.randomUUID();
    try (S3Client s3 = access.s3()) {
      s3.createBucket(r -> {
        r.bucket(name);
        if (!access.region().equals(FIRST_REGION)) {
          r.createBucketConfiguration(
              CreateBucketConfiguration.builder().locationConstraint(access.region()).build());
        }
      });
      s3.waiter().waitUntilBucketExists(r -> r.bucket(name));
    }
    return new TestBucket(access, name);
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** The bucket through our port; the caller's to close. */
  public S3ObjectStore open() {
    return access.store(name);
  }

  /**
   * Removes every object, one page of the listing at a time and always the first: LocalStack 4.14.0
   * fails to continue at a key that is not ASCII.
   */
  public void empty() {
    try (ObjectStore store = open();
        S3Client s3 = access.s3()) {
      for (List<ListPage.Entry> page = first(store); !page.isEmpty(); page = first(store)) {
        List<ObjectIdentifier> keys =
            page.stream().map(e -> ObjectIdentifier.builder().key(e.key()).build()).toList();
        var answer = s3.deleteObjects(r -> r.bucket(name).delete(d -> d.objects(keys)));
        if (answer.hasErrors()) {
          throw new IllegalStateException("not deleted: " + answer.errors());
        }
      }
    }
  }

  private static List<ListPage.Entry> first(ObjectStore store) {
    return store.list("", null).objects();
  }

  @Override
  public void close() {
    empty();
    try (S3Client s3 = access.s3()) {
      s3.deleteBucket(r -> r.bucket(name));
    }
  }
}
