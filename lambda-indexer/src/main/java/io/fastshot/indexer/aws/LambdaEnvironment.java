package io.fastshot.indexer.aws;

import io.fastshot.container.bytes.XorMask;
import io.fastshot.indexer.queue.NominationQueue;
import io.fastshot.indexer.run.IndexerConfig;
import io.fastshot.indexer.run.Indexing;
import io.fastshot.model.KeyLayout;
import io.fastshot.store.s3.S3ObjectStore;
import io.fastshot.store.s3.S3Settings;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/**
 * The handlers' parts, wired from a function's environment.
 *
 * <pre>
 * FASTSHOT_BUCKET       the library's bucket
 * FASTSHOT_QUEUE_URL    the queue that feeds the indexer
 * FASTSHOT_PREFIX       what stands before every key; empty, or ending in /; default: empty
 * FASTSHOT_LEGACY_KEY_SECRET   ARN of the secret that holds the XOR key of the original app's files;
 *                       read when the first such file is met
 * FASTSHOT_LEGACY_KEY   the key itself, for tests; default: none
 * FASTSHOT_ORIGINAL_APP true if the original app works on the library too: the overall index stays
 *                       plain JSON up to 4 MiB; default: false
 * AWS_REGION            set by Lambda
 * AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL   another S3 than AWS's, such as LocalStack, which is
 *                       probed first; the queue's SDK client reads AWS_ENDPOINT_URL(_SQS) by itself
 * </pre>
 */
public final class LambdaEnvironment {
  private LambdaEnvironment() {}

  /**
   * Wires the parts. Makes no request.
   *
   * @throws IllegalStateException if a variable is missing; the message names it
   */
  public static Indexing indexing(Map<String, String> environment) {
    S3Settings settings = s3(environment);
    NominationQueue queue = SqsNominationQueue.open(required(environment, "FASTSHOT_QUEUE_URL"));
    IndexerConfig config = config(environment);
    // SecureRandom: a snapshot of a started function must not repeat its nonces when restored.
    return new Indexing(
        S3ObjectStore.openForIndexer(settings, config.layout()),
        queue,
        config,
        InstantSource.system(),
        new SecureRandom());
  }

  /** Metrics of this library; its name is made of bucket and prefix. */
  public static IndexMetrics metrics(Map<String, String> environment) {
    String prefix = optional(environment, "FASTSHOT_PREFIX");
    return new IndexMetrics(
        required(environment, "FASTSHOT_BUCKET") + "/" + (prefix == null ? "" : prefix));
  }

  static S3Settings s3(Map<String, String> environment) {
    String endpoint = optional(environment, "AWS_ENDPOINT_URL_S3");
    if (endpoint == null) {
      endpoint = optional(environment, "AWS_ENDPOINT_URL");
    }
    return new S3Settings(
        endpoint == null ? null : URI.create(endpoint),
        required(environment, "AWS_REGION"),
        required(environment, "FASTSHOT_BUCKET"),
        null,
        null,
        S3Settings.DEFAULT_TIMEOUT);
  }

  static IndexerConfig config(Map<String, String> environment) {
    String prefix = optional(environment, "FASTSHOT_PREFIX");
    return IndexerConfig.of(new KeyLayout(prefix == null ? "" : prefix), legacyKey(environment))
        .withOriginalApp(isSet(environment, "FASTSHOT_ORIGINAL_APP"));
  }

  private static boolean isSet(Map<String, String> environment, String name) {
    String value = optional(environment, name);
    if (value != null && !value.equals("true") && !value.equals("false")) {
      throw new IllegalStateException(
          "the environment variable " + name + " is true or false, not " + value);
    }
    return "true".equals(value);
  }

  private static XorMask legacyKey(Map<String, String> environment) {
    String secret = optional(environment, "FASTSHOT_LEGACY_KEY_SECRET");
    if (secret != null) {
      Secrets secrets =
          new Secrets(
              required(environment, "AWS_REGION"),
              optional(environment, "AWS_ENDPOINT_URL"),
              DefaultCredentialsProvider.builder().build());
      return XorMask.lazily(() -> secrets.read(secret));
    }
    String key = optional(environment, "FASTSHOT_LEGACY_KEY");
    return key == null ? XorMask.none() : XorMask.of(key);
  }

  private static String required(Map<String, String> environment, String name) {
    String value = optional(environment, name);
    if (value == null) {
      throw new IllegalStateException(
          "the environment variable " + name + " is missing: set it on the function");
    }
    return value;
  }

  private static @Nullable String optional(Map<String, String> environment, String name) {
    String value = environment.get(name);
    return value == null || value.isEmpty() ? null : value;
  }
}
