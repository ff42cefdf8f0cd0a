package io.fastshot.localcloud;

import io.fastshot.localcloud.faults.FaultPlan;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a local cloud runs.
 *
 * @param data folder of everything that survives a restart; made if missing; used by one process at
 *     a time
 * @param port TCP port on 127.0.0.1; 0 takes a free one
 * @param bucket name of the bucket that exists from the start
 * @param legacyKey key of session files in the original's format; null or empty if there is none
 * @param latency added to each request; zero for none, 1 hour at most
 * @param batchWindow how long the event queue waits for more events before it hands out a batch
 *     that is not full; 1 hour at most
 * @param faults what goes wrong on purpose
 * @param originalApp whether the original app works on the library too, so that its index stays
 *     plain JSON up to 4 MiB
 */
public record LocalCloudConfig(
    Path data,
    int port,
    String bucket,
    @Nullable String legacyKey,
    Duration latency,
    Duration batchWindow,
    FaultPlan faults,
    boolean originalApp) {

  /** The batch window where none is asked for: short, so that a person sees changes at once. */
  public static final Duration DEFAULT_BATCH_WINDOW = Duration.ofMillis(200);

  /** The bucket where none is asked for. */
  public static final String DEFAULT_BUCKET = "fastshot";

  private static final Duration LONGEST = Duration.ofHours(1);

  public LocalCloudConfig {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("a port is 0 to 65535: " + port);
    }
    if (!bucket.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
      throw new IllegalArgumentException(
          "a bucket name is 3 to 63 lower-case letters, digits, dots and hyphens: " + bucket);
    }
    requireShort("a latency", latency);
    requireShort("a batch window", batchWindow);
  }

  private static void requireShort(String what, Duration value) {
    if (value.isNegative() || value.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(what + " is 0 to 1 hour: " + value);
    }
  }

  /** A free port, the default bucket and window, no key, no latency, no faults. */
  public static LocalCloudConfig at(Path data) {
    return new LocalCloudConfig(
        data,
        0,
        DEFAULT_BUCKET,
        null,
        Duration.ZERO,
        DEFAULT_BATCH_WINDOW,
        FaultPlan.none(),
        false);
  }

  /** The same with another key for session files in the original's format. */
  public LocalCloudConfig withLegacyKey(@Nullable String key) {
    return new LocalCloudConfig(data, port, bucket, key, latency, batchWindow, faults, originalApp);
  }

  /** The same with another batch window. */
  public LocalCloudConfig withBatchWindow(Duration window) {
    return new LocalCloudConfig(
        data, port, bucket, legacyKey, latency, window, faults, originalApp);
  }

  /** The same with a latency and faults. */
  public LocalCloudConfig withFaults(Duration perRequest, FaultPlan plan) {
    return new LocalCloudConfig(
        data, port, bucket, legacyKey, perRequest, batchWindow, plan, originalApp);
  }

  /** The same for a library on which the original app works too, or does not. */
  public LocalCloudConfig withOriginalApp(boolean worksHere) {
    return new LocalCloudConfig(
        data, port, bucket, legacyKey, latency, batchWindow, faults, worksHere);
  }
}
