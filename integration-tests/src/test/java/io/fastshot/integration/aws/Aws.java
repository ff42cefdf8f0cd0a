package io.fastshot.integration.aws;

/**
 * AWS itself, as the Maven profile {@code aws} is told by system properties:
 *
 * <pre>
 * fastshot.aws.region          such as eu-central-1; needed
 * fastshot.aws.bucket-prefix   what the names of the buckets that are made, and removed, begin with;
 *                              default: fastshot-test
 * fastshot.aws.role            ARN of a role that Lambda may take, allowed to use these buckets and
 *                              their queues; without it no function is deployed
 * </pre>
 *
 * <p>Credentials come from the SDK's default chain.
 */
public final class Aws {
  /** The tag of tests that only run with the profile. */
  public static final String TAG = "aws";

  /** The property with the functions' role. */
  public static final String ROLE = "fastshot.aws.role";

  private static final String REGION = "fastshot.aws.region";
  private static final String BUCKET_PREFIX = "fastshot.aws.bucket-prefix";

  private Aws() {}

  /**
   * With the region that is given.
   *
   * @throws IllegalStateException if none is
   */
  public static AwsAccess access() {
    return new AwsAccess(null, property(REGION), null);
  }

  /** A new bucket. */
  public static TestBucket bucket() {
    return TestBucket.create(access(), System.getProperty(BUCKET_PREFIX, "fastshot-test"));
  }

  /**
   * The functions' role.
   *
   * @throws IllegalStateException if none is given
   */
  public static String role() {
    return property(ROLE);
  }

  private static String property(String name) {
    String value = System.getProperty(name, "");
    if (value.isEmpty()) {
      throw new IllegalStateException("tests on AWS need -D" + name + "=...; see the README");
    }
    return value;
  }
}
